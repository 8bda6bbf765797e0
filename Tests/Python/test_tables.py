"""Frames and Arrow tables: the program's own answers, and the table as it was."""

import decimal

import landgrade
import pandas
import polars
import pyarrow as pa
import pytest
from conftest import HEADERS, ROLES, columns, rows

KINDS = {
    "pandas": pandas.DataFrame,
    "pandas object": lambda data: pandas.DataFrame(data, dtype=object),
    "polars": polars.DataFrame,
    "table": pa.table,
    "batch": lambda data: pa.RecordBatch.from_pydict(data),
    "reader": lambda data: pa.table(data).to_reader(max_chunksize=7),
}


def plain(table):
    """The rows of any kind of table; absent is None, numbers are text as CSV has them."""
    if isinstance(table, pa.RecordBatchReader):
        table = table.read_all()
    if isinstance(table, pandas.DataFrame):
        table = pa.Table.from_pandas(table, preserve_index=False)
    listed = table.to_dicts() if isinstance(table, polars.DataFrame) else table.to_pylist()
    texts = {None: None, True: "yes", False: "no"}
    return [
        {
            name: texts.get(value) if isinstance(value, bool) or value is None else str(value)
            for name, value in row.items()
        }
        for row in listed
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("named", [True, False])
def test_a_table_gets_what_the_program_says(kind, named, expected, nothing_left):
    checked = landgrade.validate(KINDS[kind](columns(100)), **(ROLES if named else {}))
    assert type(checked) is type(KINDS[kind](columns(1)))
    wanted = [own | ours for own, ours in zip(rows(100), expected(rows(100)), strict=True)]
    assert plain(checked) == wanted and list(wanted[0])[:6] == HEADERS


def test_more_rows_than_a_slice_stay_in_order(expected):
    listed = columns(70_000)
    checked = landgrade.validate(pa.table(listed), **ROLES)
    assert checked.select(HEADERS).equals(pa.table(listed))
    wanted = expected(rows(70_000))
    for name in wanted[0]:
        found = checked[name].cast(pa.string()).to_pylist()
        assert found == [row[name] for row in wanted], name


def test_types_and_index_of_the_input_stay():
    frame = pandas.DataFrame(columns(30), index=[7] * 30)
    frame["when"] = pandas.Timestamp("2026-01-01")
    frame["kind"] = frame["地类"].astype("category")
    frame["list"] = [[1]] * 30
    before = frame.copy()
    checked = landgrade.validate(frame, **ROLES)
    pandas.testing.assert_frame_equal(frame, before)
    pandas.testing.assert_frame_equal(checked[list(before.columns)], before)
    assert checked["landgrade_grade"].dtype == "Int64"

    lazy = polars.DataFrame(columns(30)).with_columns(polars.col("地类").cast(polars.Categorical), day=polars.lit(1))
    result = landgrade.validate(lazy, **ROLES)
    assert result.select(lazy.columns).equals(lazy) and result.schema["地类"] == polars.Categorical
    assert result.schema["landgrade_grade"] == polars.Int64

    table = pa.table(columns(30)).replace_schema_metadata({"a": "b"})
    assert landgrade.validate(table, **ROLES).schema.metadata == {b"a": b"b"}


def test_columns_of_an_earlier_check_are_replaced(expected):
    for make in (pandas.DataFrame, polars.DataFrame, pa.table):
        once = landgrade.validate(make(columns(20)), **ROLES)
        twice = landgrade.validate(once, **ROLES)
        assert plain(twice) == plain(once)
    with pytest.raises(landgrade.ColumnError, match="of an earlier check"):
        landgrade.validate(once, township="乡镇", village="landgrade_village", land_type="地类")


@pytest.mark.parametrize("kind", KINDS)
def test_no_rows_start_no_program(kind, tmp_path, monkeypatch):
    monkeypatch.setenv("LANDGRADE_PROGRAM", str(tmp_path / "none"))
    empty = pa.schema([(name, pa.string()) for name in HEADERS]).empty_table()
    table = {
        "polars": polars.from_arrow(empty), "table": empty, "reader": empty.to_reader(),
        "batch": pa.RecordBatch.from_pylist([], empty.schema),
    }.get(kind, empty.to_pandas())  # fmt: skip
    checked = landgrade.validate(table, **ROLES)
    if kind == "reader":
        checked = checked.read_all()
    names = checked.schema.names if isinstance(checked, (pa.Table, pa.RecordBatch)) else list(checked.columns)
    assert len(plain(checked) if kind != "batch" else checked.to_pylist()) == 0
    assert names[6:8] == ["landgrade_verdict", "landgrade_warning"] and len(names) == 16


@pytest.mark.parametrize(
    "grades",
    [
        pa.array([1, None, 2], pa.int8()),
        pa.array([1.0, None, 2.0]),
        pa.array([1.0, float("nan"), 2.0]),
        pa.array([decimal.Decimal("1.00"), None, decimal.Decimal("2.00")]),
        pa.array(["1", None, "2"]).dictionary_encode(),
        pa.array(["1", None, "2"], pa.string_view()),
        pa.array(["1", None, "2"], pa.large_string()),
    ],
)
def test_grades_of_any_type_are_read(grades):
    table = pa.table({"乡镇": ["金龙镇"] * 3, "村": ["芙蓉村"] * 3, "地类": ["果园"] * 3, "级别": grades})
    checked = landgrade.validate(table, township="乡镇", village="村", land_type="地类", grade="级别")
    assert checked["landgrade_verdict"].to_pylist() == ["ok", "filled", "mismatch"]
    assert checked["级别"].type == grades.type


def test_a_code_that_is_damaged_stays_damaged():
    codes = [4.3062410020610001e18, 430624.0, float("nan")]
    frame = pandas.DataFrame({"乡镇": ["金龙镇"] * 3, "村": ["芙蓉村"] * 3, "地类": ["果园"] * 3, "码": codes})
    checked = landgrade.validate(frame, township="乡镇", village="村", land_type="地类", parcel_id="码")
    assert list(checked["landgrade_verdict"]) == ["bad_row", "filled", "filled"]


def test_what_is_no_cell_is_named(nothing_left):
    base = {"乡镇": ["金龙镇"] * 2, "地类": ["果园"] * 2}
    roles = {"township": "乡镇", "village": "村", "land_type": "地类"}
    for villages, sentence in (([b"x", b"y"], "'村' holds binary"), ([["a"], ["b"]], "'村' holds list")):
        with pytest.raises(landgrade.ColumnError, match=sentence):
            landgrade.validate(pa.table({**base, "村": villages}), **roles)
    for villages, sentence in ((["芙蓉村", 1], "'村' mixes"), (["芙蓉村", "\ud800"], "'村' has text that is no valid")):
        with pytest.raises(landgrade.ColumnError, match=sentence):
            landgrade.validate(pandas.DataFrame({**base, "村": pandas.Series(villages, dtype=object)}), **roles)
    with pytest.raises(landgrade.ColumnError, match="“村”列文字、数字等混在一起"):
        landgrade.validate(
            pandas.DataFrame({**base, "村": pandas.Series(["芙蓉村", 1], dtype=object)}), lang="zh", **roles
        )
    # Kinds that differ between slices too.
    many = pandas.DataFrame(
        {"村": pandas.Series([1] * 70_000 + ["芙蓉村"], dtype=object), "乡镇": "金龙镇", "地类": "果园"}
    )
    with pytest.raises(landgrade.ColumnError, match="'村' mixes"):
        landgrade.validate(many, **roles)


def test_a_column_that_is_missing_or_twice_is_named():
    with pytest.raises(landgrade.ColumnError, match="no column '镇'.*there are: 乡镇"):
        landgrade.validate(pa.table({"乡镇": ["金龙镇"]}), township="镇")
    twice = pa.table([["芙蓉村"], ["芙蓉村"]], names=["村", "村"])
    with pytest.raises(landgrade.ColumnError, match="2 columns are called '村'"):
        landgrade.validate(twice, village="村")
    with pytest.raises(landgrade.ListError, match="no column for the"):
        landgrade.validate(pa.table({"甲": ["x"]}))
    with pytest.raises(TypeError, match="LazyFrame has to be collected"):
        landgrade.validate(polars.LazyFrame(columns(3)))


def test_one_column_with_empty_cells():
    table = pa.table({"坐落": ["湘阴县金龙镇芙蓉村3组", None, "", "无此村"]})
    checked = landgrade.validate(table, address="坐落", every_land_type="园地")
    assert checked["landgrade_verdict"].to_pylist()[::3] == ["filled", "unknown_village"] and len(checked) == 4


def test_prices_and_another_edition(expected):
    listed = [{"乡镇": "青岭镇", "村": "无", "地类": "园地", "面积（亩）": "1.5", "单价（元/亩）": "3"}] * 5
    options = {"compare_with": "990101-2022-1", "every_county": "990101"}
    names = {
        "township": "乡镇",
        "village": "村",
        "land_type": "地类",
        "area": "面积（亩）",
        "unit_price": "单价（元/亩）",
    }
    checked = landgrade.validate(pa.Table.from_pylist(listed), **names, **options)
    wanted = expected(listed, "--compare-with", "990101-2022-1", "--county", "990101")
    assert plain(checked.select(list(wanted[0]))) == wanted and "landgrade_amount_change" in wanted[0]
    assert checked.schema.field("landgrade_changed").type == pa.bool_()


def test_a_generation_is_kept_to(store):
    table = pa.table({"村": ["芙蓉村"], "乡镇": ["金龙镇"], "地类": ["果园"], "级别": ["1"]})
    assert len(landgrade.validate(table, generation=1)) == 1
    with pytest.raises(landgrade.ListError, match="no generation 9. There are: 1, 2"):
        landgrade.validate(table, generation=9)


def test_the_summary_is_passed_on():
    found = []
    landgrade.validate(pa.table(columns(11)), on_summary=found.append, **ROLES)
    assert found[0]["rows"] == 11 and found[0]["verdicts"]["ok"] == 1


def test_headers_with_marks_are_headers(expected):
    table = pa.table({"乡,镇": ["金龙镇"], '村\n"名"': ["芙蓉村"], "地类": ["果园"]})
    checked = landgrade.validate(table, township="乡,镇", village='村\n"名"', land_type="地类")
    assert checked["landgrade_verdict"].to_pylist() == ["filled"]


def test_a_table_without_grades_is_said_to_have_none():
    table = pa.table({name: cells for name, cells in columns(3).items() if name != "级别"})
    with pytest.warns(UserWarning, match="no declared grade is compared"):
        checked = landgrade.validate(table)
    assert checked["landgrade_verdict"].to_pylist() == ["filled", "filled", "unknown_village"]
    # Where columns are named, it was left out on purpose.
    named = {role: name for role, name in ROLES.items() if role != "grade"}
    assert landgrade.validate(table, **named)["landgrade_verdict"].to_pylist()[0] == "filled"
