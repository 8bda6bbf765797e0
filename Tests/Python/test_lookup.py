import landgrade
import pytest


def test_a_grade_comes_with_its_citation():
    answer = landgrade.lookup("金龙镇", "芙蓉村", county="430624")
    match = answer.match
    assert answer.outcome == "found" and match is not None
    assert (match.county.code, match.township, match.village, match.rule) == ("430624", "金龙镇", "芙蓉村", "exact")
    orchard = match["orchard"]
    assert isinstance(orchard, landgrade.LandTypeAnswer) and isinstance(orchard.citation, landgrade.Citation)
    assert (orchard.grade, orchard.outcome, orchard.citation.table, orchard.citation.row) == (1, "graded", "表2", 3)
    assert orchard.definition.term_years == 30 and orchard.base_price is None
    assert match["grassland"].outcome == "not_published"


def test_a_dispute_has_its_erratum():
    orchard = landgrade.lookup("杨林寨乡", "东合港村", land_type="园地").match["orchard"]
    assert (orchard.outcome, orchard.grade, orchard.printed_grade) == ("disputed", 1, 2)
    assert orchard.erratum_detail.id == orchard.erratum == "E1"
    assert landgrade.lookup("杨林寨乡", "东合港村", as_printed=True).match["orchard"].grade == 2


def test_a_no_is_an_answer():
    answer = landgrade.lookup("金龙镇", "芙荣村")
    assert answer.outcome == "unknown_village" and answer.match is None
    assert "芙蓉村" in [suggestion.village for suggestion in answer.suggestions]


def test_an_address_and_a_day():
    answer = landgrade.lookup(address="湘阴县金龙镇芙蓉村3组", as_of="2025-06-30")
    assert answer.match.rule == "address" and answer.as_of == "2025-06-30"


def test_errors_carry_the_programs_sentence(tmp_path, monkeypatch):
    with pytest.raises(landgrade.UsageError, match="no date") as usage:
        landgrade.lookup("芙蓉村", as_of="2026-02-30")
    assert usage.value.status == 64 and usage.value.sentence.startswith("‘2026-02-30’")
    with pytest.raises(landgrade.ListError, match="找不到数据库") as missing:
        landgrade.lookup("芙蓉村", store=tmp_path / "none", lang="zh")
    assert missing.value.status == 2
    assert landgrade.lookup("--help").outcome == "unknown_village"
    monkeypatch.setenv("LANDGRADE_PROGRAM", str(tmp_path / "none"))
    with pytest.raises(landgrade.ProgramNotFound, match="no program .*none: install"):
        landgrade.lookup("芙蓉村")


def test_the_program_is_found_by_argument_environment_and_path(program, tmp_path, monkeypatch):
    (tmp_path / "landgrade").symlink_to(program)
    monkeypatch.delenv("LANDGRADE_PROGRAM")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(landgrade.ProgramNotFound):
        landgrade.lookup("芙蓉村")
    assert landgrade.lookup("芙蓉园村", program=program).outcome == "found"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert landgrade.lookup("芙蓉园村").outcome == "found"


def test_the_current_generation(store):
    assert landgrade.current_generation() == (store, 2)
