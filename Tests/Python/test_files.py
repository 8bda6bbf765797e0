"""Files in, files out."""

import landgrade
import openpyxl
import pyarrow as pa
import pytest
from conftest import HEADERS, ROLES, columns, rows
from pyarrow import csv, parquet


def test_parquet(tmp_path, expected, nothing_left):
    table = pa.table(columns(70_000)).append_column("n", pa.array([7] * 70_000, pa.int16()))
    parquet.write_table(table, tmp_path / "list.parquet", row_group_size=20_000)
    out = landgrade.validate(tmp_path / "list.parquet", output=tmp_path / "checked.parquet", **ROLES)
    checked = parquet.read_table(out)
    assert checked.select(table.schema.names).equals(table)
    wanted = expected(rows(11)) * (70_000 // 11)
    assert checked["landgrade_verdict"].to_pylist()[: len(wanted)] == [row["landgrade_verdict"] for row in wanted]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checked.parquet", "expected.csv", "list.parquet"]


def test_a_parquet_file_that_can_not_be_judged_leaves_nothing(tmp_path, nothing_left):
    parquet.write_table(pa.table({**columns(5), "村": [b"x"] * 5}), tmp_path / "list.parquet")
    (tmp_path / "checked.parquet").write_bytes(b"earlier")
    with pytest.raises(landgrade.ColumnError, match="'村' holds binary"):
        landgrade.validate(str(tmp_path / "list.parquet"), output=str(tmp_path / "checked.parquet"), **ROLES)
    assert (tmp_path / "checked.parquet").read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checked.parquet", "list.parquet"]


def test_csv_and_xlsx(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEADERS)
    for row in rows(11):
        book.active.append([row[name] for name in HEADERS])
    book.save(tmp_path / "list.xlsx")
    csv.write_csv(pa.table(columns(11)), tmp_path / "list.csv")
    found = []
    for name in ("list.xlsx", "list.csv"):
        out = landgrade.validate(tmp_path / name, output=tmp_path / "checked.csv", on_summary=found.append, **ROLES)
        checked = csv.read_csv(out, parse_options=csv.ParseOptions(newlines_in_values=True))
        assert checked["landgrade_verdict"].to_pylist()[0] == "ok"
    assert [summary["verdicts"]["disputed"] for summary in found] == [1, 1]


def test_what_is_asked_for_has_to_make_sense(tmp_path):
    with pytest.raises(TypeError, match="needs output"):
        landgrade.validate(tmp_path / "list.csv")
    with pytest.raises(TypeError, match="Parquet"):
        landgrade.validate(tmp_path / "list.parquet", output=tmp_path / "x.csv")
    with pytest.raises(landgrade.ListError) as missing:
        landgrade.validate(tmp_path / "list.csv", output=tmp_path / "checked.csv")
    assert missing.value.status == 2 and "list.csv" in missing.value.sentence
