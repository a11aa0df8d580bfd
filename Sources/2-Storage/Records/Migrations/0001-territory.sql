-- States, regions and municipalities, with the names people and files know them by.

CREATE TABLE state (
  uf TEXT NOT NULL,
  ibge_code BIGINT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  country_region TEXT NOT NULL,
  CONSTRAINT state_pk PRIMARY KEY (uf),
  CONSTRAINT state_ibge_code_unique UNIQUE (ibge_code)
) STRICT;

CREATE TABLE region (
  code TEXT NOT NULL,
  uf TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  CONSTRAINT region_pk PRIMARY KEY (code),
  CONSTRAINT region_uf_fk FOREIGN KEY (uf) REFERENCES state (uf)
) STRICT;

CREATE INDEX region_uf ON region (uf);

CREATE TABLE municipality (
  ibge7 TEXT NOT NULL,
  ibge6 TEXT NOT NULL,
  siafi BIGINT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  uf TEXT NOT NULL,
  latitude_e4 BIGINT NOT NULL,
  longitude_e4 BIGINT NOT NULL,
  is_capital SMALLINT NOT NULL,
  time_zone TEXT NOT NULL,
  -- Set by the state where people live by another clock than the official one.
  time_zone_chosen TEXT,
  population_2022 BIGINT,
  immediate_region TEXT,
  intermediate_region TEXT,
  health_region TEXT,
  valid_from TEXT,
  valid_until TEXT,
  CONSTRAINT municipality_pk PRIMARY KEY (ibge7),
  CONSTRAINT municipality_ibge6_unique UNIQUE (ibge6),
  CONSTRAINT municipality_siafi_unique UNIQUE (siafi),
  CONSTRAINT municipality_is_capital_check CHECK (is_capital IN (0, 1)),
  CONSTRAINT municipality_uf_fk FOREIGN KEY (uf) REFERENCES state (uf),
  CONSTRAINT municipality_immediate_region_fk FOREIGN KEY (immediate_region) REFERENCES region (code),
  CONSTRAINT municipality_intermediate_region_fk FOREIGN KEY (intermediate_region) REFERENCES region (code),
  CONSTRAINT municipality_health_region_fk FOREIGN KEY (health_region) REFERENCES region (code)
) STRICT;

CREATE INDEX municipality_uf ON municipality (uf, name_key);
CREATE INDEX municipality_immediate_region ON municipality (immediate_region);
CREATE INDEX municipality_intermediate_region ON municipality (intermediate_region);
CREATE INDEX municipality_health_region ON municipality (health_region);

-- Every spelling under which a municipality is searched, its own name included.
CREATE TABLE municipality_name (
  ibge7 TEXT NOT NULL,
  name_key TEXT NOT NULL,
  CONSTRAINT municipality_name_pk PRIMARY KEY (name_key, ibge7),
  CONSTRAINT municipality_name_ibge7_fk FOREIGN KEY (ibge7) REFERENCES municipality (ibge7)
) STRICT, WITHOUT ROWID;

CREATE INDEX municipality_name_ibge7 ON municipality_name (ibge7);

CREATE TABLE cras (
  id TEXT NOT NULL,
  ibge7 TEXT NOT NULL,
  CONSTRAINT cras_pk PRIMARY KEY (id),
  CONSTRAINT cras_ibge7_fk FOREIGN KEY (ibge7) REFERENCES municipality (ibge7)
) STRICT;

CREATE INDEX cras_ibge7 ON cras (ibge7);

CREATE TABLE cras_score (
  cras_id TEXT NOT NULL,
  year BIGINT NOT NULL,
  physical_structure BIGINT NOT NULL,
  staff BIGINT NOT NULL,
  services BIGINT NOT NULL,
  idcras_hundredths BIGINT NOT NULL,
  CONSTRAINT cras_score_pk PRIMARY KEY (cras_id, year),
  CONSTRAINT cras_score_cras_fk FOREIGN KEY (cras_id) REFERENCES cras (id),
  CONSTRAINT cras_score_levels_check CHECK (
    physical_structure BETWEEN 1 AND 5 AND staff BETWEEN 1 AND 5 AND services BETWEEN 1 AND 5
  )
) STRICT;

-- Which edition of the catalogue's reference tables the database holds.
CREATE TABLE reference_edition (
  name TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  CONSTRAINT reference_edition_pk PRIMARY KEY (name)
) STRICT;
