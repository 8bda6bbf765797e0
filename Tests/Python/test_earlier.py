"""Columns of an earlier check: with codes or with words they are recognized as the program recognizes them in a list."""

import csv
import io
import itertools
import subprocess

import landgrade
import pandas
import polars
import pyarrow as pa
import pytest
from conftest import ROLES, columns
from landgrade._ours import WORDS, our_places

OTHER = ["--county", "990101", "--compare-with", "990101-2022-1"]


@pytest.fixture
def checked(program, store, tmp_path):
    """A list as the program writes it in words, as a table of texts."""

    def run(listed, *options):
        path = tmp_path / "list.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([listed.keys(), *zip(*listed.values(), strict=True)])
        command = [program, "validate", "--store", store, "--header-row", "1", *options, path]
        found = subprocess.run(command, capture_output=True, check=False)
        assert found.returncode in (0, 1), found.stderr
        header, *cells = csv.reader(io.StringIO(found.stdout.decode("utf-8"), newline=""))
        rows = [[cell or None for cell in row] for row in cells]
        return pa.table([pa.array(column, pa.string()) for column in zip(*rows, strict=True)], names=header)

    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("warnings", "compared", "prices"), list(itertools.product([False, True], repeat=3)))
def test_words_are_those_of_the_program(lang, warnings, compared, prices, checked):
    listed = {name: cells for name, cells in columns(3).items() if warnings or name != "宗地代码"}
    options = [*(OTHER if compared else []), *(["--prices"] if prices else [])]
    coded = checked(listed, *options).schema.names[len(listed) :]
    worded = checked(listed, "--headings", "words", "--lang", lang, *options).schema.names
    assert worded[len(listed) :] == [WORDS[code][lang == "en"] for code in coded]
    assert sorted(our_places(worded)) == list(range(len(listed), len(worded)))


def test_no_word_is_left_out(checked):
    listed = {**columns(3), "面积（亩）": ["1.5", "2", "3"]}
    assert set(WORDS) == set(checked(listed, "--prices", *OTHER).schema.names[len(listed) :])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("make", [pa.Table.to_pandas, polars.from_arrow, lambda table: table, pa.Table.to_reader])
@pytest.mark.parametrize("named", [True, False])
def test_columns_in_words_are_replaced(make, lang, named, checked, tmp_path):
    listed = columns(20)
    earlier = checked(listed, "--headings", "words", "--lang", lang)
    wanted = landgrade.validate(pa.table(listed), **ROLES)
    found = landgrade.validate(make(earlier), **(ROLES if named else {}))
    if isinstance(found, pa.RecordBatchReader):
        found = found.read_all()
    if isinstance(found, polars.DataFrame):
        found = found.to_arrow()
    if isinstance(found, pandas.DataFrame):
        found = pa.Table.from_pandas(found, preserve_index=False)
    assert found.schema.names == wanted.schema.names
    assert found.to_pydict() == wanted.to_pydict()


def test_a_column_in_words_is_no_role(checked):
    earlier = checked(columns(3), "--headings", "words", "--lang", "zh")
    with pytest.raises(landgrade.ColumnError, match="of an earlier check"):
        landgrade.validate(earlier, township="乡镇", village="匹配村（社区）", land_type="地类")


@pytest.mark.parametrize("names", [["核对结论"], ["核对结论", "匹配乡镇"], ["核对说明"], ["Check result", "匹配乡镇"]])
def test_columns_of_the_tables_own_stay_as_in_a_list(names, checked):
    listed = {**columns(3), **{name: ["a", "b", "c"] for name in names}}
    found = landgrade.validate(pa.table(listed), **ROLES)
    assert found.schema.names[: len(listed)] == list(listed) and found["landgrade_verdict"][0].as_py() == "ok"
    assert checked(listed).schema.names == found.schema.names


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_columns_deleted_or_inserted_among_ours_leave_them_ours_as_in_a_list(lang, checked):
    listed = columns(3)
    earlier = checked(listed, "--headings", "words", "--lang", lang)
    wanted = checked(listed).schema.names
    own = len(listed)
    for place in range(own + 1, earlier.num_columns):
        less = earlier.remove_column(place)
        assert landgrade.validate(less, **ROLES).schema.names == wanted
        more = earlier.add_column(place, "意见", pa.array(["a", "b", "c"]))
        found = landgrade.validate(more, **ROLES)
        assert found.schema.names == [*wanted[:own], "意见", *wanted[own:]]
        listed_more = dict(zip(more.schema.names, more.to_pydict().values(), strict=True))
        assert checked(listed_more).schema.names == found.schema.names


def test_a_shapefile_cuts_our_names():
    assert our_places(["a", "landgrade_", "LANDGRAD_1", "landgra_12", "landgrade_x"]) == {1, 2, 3}
