"""Checked GeoPackages as QGIS opens them: coloured by verdict, with a second style by grade.

usage: styles.py FOLDER-OF-PROGRAMS FOLDER       (the system's Python: PyQGIS is a Debian package)

The pictures stay in .build-check/qgis.
"""

import itertools
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

PROGRAM, FOLDER = sys.argv[1] + "/landgrade", Path(sys.argv[2])
STORE, PICTURES = FOLDER / "store", Path(".build-check/qgis").resolve()
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_RUNTIME_DIR"] = os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(FOLDER / "home")
Path(FOLDER / "home").mkdir(mode=0o700)

from osgeo import ogr, osr
from qgis.core import (
    QgsApplication, QgsLayerTree, QgsLayerTreeModel, QgsLegendRenderer, QgsLegendSettings, QgsMapRendererCustomPainterJob,
    QgsMapSettings, QgsProject, QgsRenderContext, QgsVectorLayer)  # fmt: skip
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter
from qgis.PyQt.QtXml import QDomDocument

import findings
from findings import check

LAYER = '地块 "<&'
FIELDS = ["乡镇", "村", "地类", "级别"]
# A row for each verdict, the grades 1 and 2, and one that QGIS adds after the check.
ROWS = [
    ("ok", "金龙镇", "芙蓉村", "园地", "1"),
    ("filled", "三塘镇", "新龙村", "园地", ""),
    ("mismatch", "金龙镇", "芙蓉村", "园地", "2"),
    ("disputed", "杨林寨乡", "东合港村", "园地", "2"),
    ("not_listed", "文星街道", "滨江社区", "园地", "1"),
    ("not_published", "金龙镇", "芙蓉村", "草地", "1"),
    ("ambiguous", "", "东湖渔场", "园地", "1"),
    ("unknown_township", "无此镇", "芙蓉村", "园地", "1"),
    ("unknown_village", "金龙镇", "无此村", "园地", "1"),
    ("unknown_land_type", "金龙镇", "芙蓉村", "?", "1"),
    ("unreadable_grade", "金龙镇", "芙蓉村", "园地", "好"),
    ("bad_row", "金龙镇", "芙蓉村", "园地", "1"),
    ("out_of_scope", "金龙镇", "芙蓉村", "水田", "1"),
    ("not_a_row", "合计", "", "", ""),
]
# In the order of the legend.
VERDICTS = {
    "mismatch": ("不一致", "mismatch"), "disputed": ("级别待核", "disputed"), "not_listed": ("未列入", "not listed"),
    "not_published": ("未公布", "not published"), "ambiguous": ("不能唯一确定，须人工查明", "ambiguous"),
    "unknown_township": ("查无乡镇", "unknown township"), "unknown_village": ("查无此村", "unknown village"),
    "unknown_land_type": ("地类不明", "unknown land type"), "unreadable_grade": ("申报级别无法识别", "unreadable grade"),
    "bad_row": ("该行数据有误", "bad row"), "ok": ("一致", "ok"), "filled": ("未申报，已填公布级别", "filled"),
    "out_of_scope": ("非园地、林地、草地，不核对", "out of scope"), "not_a_row": ("不是地块", "not a row"),
    "": ("无结论或其他值", "no result, or another value"),
}  # fmt: skip
FINE = ["ok", "filled", "out_of_scope", "not_a_row"]
GRADES = {
    "zh": [("1", "一级"), ("2", "二级"), ("disputed", "级别待核"), ("", "无公布级别")],
    "en": [("1", "grade 1"), ("2", "grade 2"), ("disputed", "grade in dispute"), ("", "no published grade")],
}
NAMES = {"zh": ["landgrade 核对结论", "landgrade 公布级别"], "en": ["landgrade check result", "landgrade published grade"]}
SHAPES = {
    "Polygon": (ogr.wkbPolygon, "POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))"),
    "LineString": (ogr.wkbLineString, "LINESTRING ({0} {1}, {2} {3})"),
    "Point": (ogr.wkbPoint, "POINT ({0} {1})"),
}


def make(name, kinds, declared):
    """A GeoPackage by GDAL, with a parcel for each row and kind of geometry."""
    path = FOLDER / name
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    layer = source.CreateLayer(LAYER, system, declared, ["GEOMETRY_NAME=几何", "SPATIAL_INDEX=NO"])
    for field in FIELDS:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for kind, row in itertools.product(kinds, range(len(ROWS))):
        feature = ogr.Feature(layer.GetLayerDefn())
        x, y = 112.8 + row % 5 * 0.01, 28.7 - row // 5 * 0.01
        feature.SetGeometry(ogr.CreateGeometryFromWkt(SHAPES[kind][1].format(x, y, x + 0.009, y + 0.009)))
        for field, cell in zip(FIELDS, ROWS[row][1:]):
            if cell:
                feature[field] = cell
        layer.CreateFeature(feature)
    del layer, source
    # No program of GDAL writes a text that is not UTF-8.
    database = sqlite3.connect(path)
    bad = [1 + kind * len(ROWS) + [row[0] for row in ROWS].index("bad_row") for kind in range(len(kinds))]
    database.executemany(f"UPDATE {quoted(LAYER)} SET 村 = CAST(x'FF' AS TEXT) WHERE fid = ?", [(fid,) for fid in bad])
    database.commit()
    database.close()
    return path


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def checked(source, name, *options):
    path = FOLDER / name
    run = subprocess.run(
        [PROGRAM, "validate", "--store", STORE, "--layer", LAYER, source, "-o", path, *options],
        capture_output=True, text=True)  # fmt: skip
    if run.returncode != 1 or not path.exists():
        raise SystemExit(f"landgrade validate {name}: {run.returncode}\n{run.stderr}")
    return path


def opened(path, kind=None):
    layer = QgsVectorLayer(f"{path}|layername={LAYER}" + (f"|geometrytype={kind}" if kind else ""), LAYER, "ogr")
    if not layer.isValid():
        raise SystemExit(f"QGIS does not open {path}")
    return layer


def categories(layer):
    """Values and labels; the kind of the renderer where it has none."""
    renderer = layer.renderer()
    if renderer.type() != "categorizedSymbol":
        return renderer.type()
    return [(category.value(), category.label()) for category in renderer.categories()]


def styles(layer):
    """Names of the layer's own styles and their ids; QGIS lists those of other layers behind them."""
    own, ids, names, _, _ = layer.listStylesInDatabase()
    return dict(zip(names[:own], ids[:own]))


def load(layer, name):
    xml, error = layer.getStyleFromDatabase(styles(layer)[name])
    document = QDomDocument()
    document.setContent(xml)
    return not error and layer.importNamedStyle(document)[0]


def drawn(layer):
    """How many rows each category has, by the symbol that QGIS takes for a row."""
    context, renderer = QgsRenderContext(), layer.renderer().clone()
    tones = [color(category.symbol()).name() for category in renderer.categories()]
    renderer.startRender(context, layer.fields())
    counts = [0] * len(tones)
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        counts[tones.index(color(renderer.originalSymbolForFeature(feature, context)).name())] += 1
    renderer.stopRender(context)
    return counts


def color(symbol):
    """The colour of a symbol: of a line, the uppermost."""
    return symbol.symbolLayer(symbol.symbolLayerCount() - 1 if symbol.type() == 1 else 0).color()


def look(category):
    """The colour, and what is drawn over it."""
    layers = [layer.properties() for layer in category.symbol().symbolLayers()]
    return color(category.symbol()), [layer.get("angle", "") for layer in layers[1:]]


def picture(layer, name):
    """The layer and its legend as QGIS draws them; the colours of its pixels."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    extent = layer.extent()
    extent.scale(1.08)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(760, 560))
    settings.setBackgroundColor(QColor("white"))
    image = QImage(1120, 560, QImage.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    QgsProject.instance().addMapLayer(layer, False)
    tree = QgsLayerTree()
    tree.addLayer(layer)
    model = QgsLayerTreeModel(tree)
    legend = QgsLegendRenderer(model, QgsLegendSettings())
    context = QgsRenderContext.fromQPainter(painter)
    context.setScaleFactor(settings.outputDpi() / 25.4)
    painter.translate(770, 10)
    painter.scale(2.2, 2.2)
    legend.drawLegend(context)
    painter.end()
    image.save(str(PICTURES / f"{name}.png"))
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def check_styles(source):
    for language, words in itertools.product(["zh", "en"], [False, True]):
        name = f"{language}-{'words' if words else 'codes'}"
        path = checked(source, f"{name}.gpkg", "--lang", language, *(["--headings", "words"] if words else []))
        layer, place = opened(path), ["zh", "en"].index(language)
        attribute = {"zh": "核对结论", "en": "Check result"}[language] if words else "landgrade_verdict"
        wanted = [(labels[place] if words and code else code, labels[place]) for code, labels in VERDICTS.items()]
        check(f"{name}: opens by verdict", layer.renderer().classAttribute() == attribute and categories(layer) == wanted,
              f"{layer.renderer().type()} {attribute}")  # fmt: skip
        counts = dict(zip(VERDICTS, drawn(layer)))
        expected = {code: int(code != "") for code in VERDICTS}
        check(f"{name}: each verdict has its category", counts == expected, counts)
        names = styles(layer)
        check(f"{name}: two styles", list(names) == NAMES[language], list(names))
        if not words:
            check_picture(layer, f"verdicts-{language}")
        loads = load(layer, NAMES[language][1])
        grades = [(label if words and language == "zh" and value in ["1", "2"] else value, label)
                  for value, label in GRADES[language]]  # fmt: skip
        check(f"{name}: by grade", loads and categories(layer) == grades, categories(layer))
        check(f"{name}: grades of the rows", drawn(layer) == [3, 1, 1, len(ROWS) - 5], drawn(layer))
        if not words:
            check_picture(layer, f"grades-{language}")


def check_picture(layer, name):
    wanted = {color(category.symbol()).name(): category.label() for category in layer.renderer().categories() if category.value()}
    pixels = picture(layer, name)
    missing = [label for tone, label in wanted.items() if tone not in pixels]
    check(f"{name}: the picture has every colour", not missing, missing or f"{PICTURES}/{name}.png")


def check_geometries():
    for kind, (declared, _) in SHAPES.items():
        for title, type_ in [(kind, declared), (f"GEOMETRY of {kind}", ogr.wkbUnknown)]:
            name = title.replace(" ", "-")
            layer = opened(checked(make(f"{name}-source.gpkg", [kind], type_), f"{name}.gpkg", "--lang", "en"))
            symbol = layer.renderer().type() == "categorizedSymbol" and layer.renderer().categories()[0].symbol()
            fits = symbol and {0: 0, 1: 1, 2: 2}[layer.geometryType()] == symbol.type()
            check(f"{title}: its style draws it", fits, symbol and symbol.type())
            if fits and title == kind != "Polygon":
                check_picture(layer, f"verdicts-{kind}")
    mixed = checked(make("mixed-source.gpkg", ["Point", "LineString", "Polygon"], ogr.wkbUnknown), "mixed.gpkg")
    kinds = [categories(opened(mixed, kind)) for kind in SHAPES]
    others = ["singleSymbol", "singleSymbol"]
    check("GEOMETRY of all kinds: polygons have the style, QGIS draws the others by itself",
          len(kinds[0]) == len(VERDICTS) and kinds[1:] == others, kinds[1:])  # fmt: skip


def check_others(source):
    """A style that an office saved in QGIS, for this layer."""
    path = FOLDER / "office.gpkg"
    path.write_bytes(source.read_bytes())
    layer = opened(path)
    layer.renderer().symbol().setColor(QColor("#123456"))
    layer.saveStyleToDatabase("office", "of the office", True, "")
    del layer
    first = checked(path, "office-checked.gpkg", "--lang", "en")
    second = checked(first, "office-again.gpkg", "--lang", "zh")
    for title, copy, language in [("once", first, "en"), ("twice", second, "zh")]:
        layer = opened(copy)
        check(f"a foreign style, checked {title}: ours is the default", categories(layer) != "singleSymbol" and
              set(styles(layer)) == {"office", *NAMES[language]}, list(styles(layer)))  # fmt: skip
        check(f"a foreign style, checked {title}: it loads", load(layer, "office") and
              layer.renderer().symbol().color().name() == "#123456", layer.renderer().type())  # fmt: skip


# Colours as people with one kind of cones missing see them (Machado, Oliveira, Fernandes 2009), in linear RGB.
SIGHTS = {
    "all cones": [(1, 0, 0), (0, 1, 0), (0, 0, 1)],
    "protanopia": [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)],
    "deuteranopia": [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)],
    "tritanopia": [(1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)],
}


def lab(tone, sight):
    """CIELAB (D65) of a colour; in grey, only its lightness."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in tone.getRgbF()[:3]]
    red, green, blue = [
        min(1, max(0, sum(a * b for a, b in zip(row, linear)))) for row in SIGHTS.get(sight, SIGHTS["all cones"])]
    xyz = [
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505, 0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089]  # fmt: skip
    x, y, z = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz]
    return (116 * y - 16, 0, 0) if sight == "grey" else (116 * y - 16, 500 * (x - y), 200 * (y - z))


def check_colors(path):
    """Classes that need attention are told from each other, and from those that do not, by colour or by texture."""
    layer = opened(path)
    looks = {category.value(): look(category) for category in layer.renderer().categories()}
    loud = [code for code in VERDICTS if code and code not in FINE]
    pairs = [*itertools.combinations(loud, 2), *itertools.product(loud, FINE)]
    for sight in [*SIGHTS, "grey"]:
        close = []
        for one, other in pairs:
            (tone, lines), (tone2, lines2) = looks[one], looks[other]
            distance = sum((a - b) ** 2 for a, b in zip(lab(tone, sight), lab(tone2, sight))) ** 0.5
            if lines == lines2 and distance < 10:
                close.append(f"{one} {other} {distance:.0f}")
        check(f"seen with {sight}", not close, close or f"{len(pairs)} pairs differ")
    light = min(lab(looks[code][0], "grey")[0] for code in FINE)
    check("fine rows are pale", light > 85, f"lightness from {light:.0f} on")


app = QgsApplication([], True)
app.initQgis()
app.setFont(QFont("Noto Sans CJK SC", 9))
ogr.UseExceptions()
PICTURES.mkdir(parents=True, exist_ok=True)
subprocess.run([PROGRAM, "init", "--store", STORE], check=True, stdout=subprocess.DEVNULL)
polygons = make("parcels.gpkg", ["Polygon"], ogr.wkbPolygon)
check_styles(polygons)
check_geometries()
check_others(polygons)
check_colors(FOLDER / "zh-codes.gpkg")
QgsProject.instance().clear()
app.exitQgis()
findings.end()
