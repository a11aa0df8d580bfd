"""The payments job in Polars. usage: peer_polars.py FILE MUNICIPALITIES OUT"""
import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"
import polars as pl  # noqa: E402

from agreed import REASONS, write  # noqa: E402

path, municipalities, out = sys.argv[1:4]
place = pl.read_csv(municipalities, separator=";", infer_schema=False).select(
    siafi=pl.col("siafi").str.zfill(4), code=pl.col("ibge7").cast(pl.Int32))
names = ["a", "b", "uf", "siafi", "name", "cpf", "nis", "person", "value"]
text = pl.scan_csv(path, separator=";", has_header=False, skip_rows=1, encoding="utf8-lossy",
                   schema={name: pl.String for name in names})

n = pl.col("n")
weighted = sum((n // 10 ** (10 - i) % 10) * w for i, w in enumerate([3, 2, 9, 8, 7, 6, 5, 4, 3, 2]))
check = 11 - weighted % 11


def is_month(column):
    """Six digits, a year of this century, a month; written with casts, which are quicker here than patterns."""
    number = pl.col(column).cast(pl.Int32, strict=False)
    return (pl.col(column).str.len_bytes() == 6) & number.is_between(200001, 209912) & (number % 100).is_between(1, 12)


paid = (
    text.select("a", "b", "siafi", "cpf", "nis", "value")
    .join(place.lazy(), on="siafi", how="left")
    .select(
        months=(is_month("a") & is_month("b")).fill_null(False),
        code="code",
        n=pl.when(pl.col("nis").str.len_bytes() <= 11).then(pl.col("nis")).cast(pl.Int64, strict=False),
        cents=pl.when(pl.col("value").str.slice(-3, 1) == ",")
        .then(pl.col("value").str.replace(",", "", literal=True)).cast(pl.Int64, strict=False),
        late=pl.col("a") < pl.col("b"),
        without_cpf=(~pl.col("cpf").str.starts_with("*")).fill_null(True),
    )
    .select(
        reason=pl.when(~pl.col("months")).then(1).when(pl.col("code").is_null()).then(2).when(n.is_null()).then(3)
        .when(pl.col("cents").is_null() | (pl.col("cents") <= 0)).then(4).otherwise(0).cast(pl.Int8),
        code="code", n="n", cents=pl.col("cents").cast(pl.Int32), late="late", without_cpf="without_cpf",
        suspect=~(n // 10_000_000_000).is_in([1, 2]) | (n % 10 != pl.when(check >= 10).then(0).otherwise(check)),
    )
    # One scan into a narrow table, then the sums. Letting four queries share the scan (collect_all) took half again
    # as much processor time and memory.
    .collect(engine="streaming")
)
good = paid.lazy().filter(pl.col("reason") == 0)
places = good.group_by("code").agg(
    pl.len(), pl.col("n").n_unique(), pl.col("cents").cast(pl.Int64).sum(), pl.col("without_cpf").sum(),
    pl.col("late").sum(), pl.col("suspect").sum()).collect(engine="streaming").rows()
states = good.group_by(state=pl.col("code") // 100_000).agg(n.n_unique()).collect(engine="streaming").rows()
country = good.select(n.n_unique()).collect(engine="streaming").item()
reasons = dict(paid.group_by("reason").len().rows())
write(out, places, states, country, paid.height, reasons.get(0, 0),
      {name: reasons.get(i + 1, 0) for i, name in enumerate(REASONS)})
