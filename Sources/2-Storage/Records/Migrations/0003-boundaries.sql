-- Outlines of municipalities that a person loaded; rings as text (see BoundaryRecords).

CREATE TABLE boundary (
  ibge7 TEXT NOT NULL,
  rings TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  CONSTRAINT boundary_pk PRIMARY KEY (ibge7),
  CONSTRAINT boundary_ibge7_fk FOREIGN KEY (ibge7) REFERENCES municipality (ibge7)
) STRICT;
