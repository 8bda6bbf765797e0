"""Maps of a county's 245 villages, drawn by the program and looked at by others: an XML parser, librsvg, and the pixels.

usage: map.py FOLDER-OF-PROGRAMS FOLDER
"""

import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

from PIL import Image

import villages

PROGRAM = pathlib.Path(sys.argv[1]) / "landgrade"
FOLDER = pathlib.Path(sys.argv[2])
SVG = "{http://www.w3.org/2000/svg}"

places = villages.names("Seeds/430624-2025-1")
cells = villages.cells(places)
features = [({"XZM": township, "CM": village}, cell) for (township, village), cell in cells]
(FOLDER / "v.geojson").write_text(villages.collection(features), "utf-8")
points = [(names, cell.representative_point()) for names, cell in features]
(FOLDER / "points.geojson").write_text(villages.collection(points), "utf-8")


def convert(source, name, *words):
    subprocess.run(["ogr2ogr", *words, FOLDER / name, FOLDER / source], check=True)


convert("v.geojson", "v.gpkg", "-f", "GPKG", "-a_srs", "EPSG:4490", "-nln", "synthetic_villages")
convert("v.gpkg", "projected.gpkg", "-f", "GPKG", "-t_srs", "EPSG:4547", "-dim", "XYZ")
convert("v.gpkg", "v.shp", "-f", "ESRI Shapefile", "-lco", "ENCODING=GBK")
convert("v.gpkg", "v.gdb", "-f", "OpenFileGDB")


def program(*words):
    run = subprocess.run([PROGRAM, *words, "--store", FOLDER / "store", "--lang", "zh"], capture_output=True, text=True)
    assert run.returncode == 0, (words, run.returncode, run.stderr)
    return run


subprocess.run([PROGRAM, "init", "--store", FOLDER / "store"], check=True, capture_output=True)


def drawn(file):
    """For each panel, what each colour and pattern is drawn how often."""
    root = xml.parse(file).getroot()
    panels = []
    for group in root.iter(f"{SVG}g"):
        if "transform" not in group.attrib:
            continue
        fills = {}
        for use in group.iter(f"{SVG}use"):
            fills[use.get("fill")] = fills.get(use.get("fill"), 0) + 1
        panels.append(fills)
    return root, panels


for source in ["v.gpkg", "projected.gpkg", "v.shp", "v.gdb", "v.geojson", "points.geojson"]:
    run = program("map", FOLDER / source, "-o", FOLDER / "map.svg")
    assert "图形 245 个，匹配 245 个，未匹配 0 个；级别表有而图层没有的村 0 个" in run.stderr, (source, run.stderr)
    root, panels = drawn(FOLDER / "map.svg")
    assert len(panels) == 3, panels
    for fills in panels:
        patterns = sum(count for fill, count in fills.items() if fill.startswith("url"))
        assert sum(fills.values()) - patterns == 245, (source, fills)
    titles = [title.text for title in root.iter(f"{SVG}title")]
    # Of each village the title is what a look-up answers.
    for (township, village) in places[::40]:
        answer = program("lookup", township, village, "--county", "430624", "--land-type", "园地").stdout
        grade = re.search(r"园地\s+(\S+级|未列入)", answer)
        title = next(title for title in titles if title.startswith(f"{township}{village}：园地"))
        assert grade and grade.group(1) in title, (title, answer)
    disputed = [sum(count for fill, count in fills.items() if fill == "url(#disputed)") for fills in panels]
    assert disputed[0] and disputed[1] and not disputed[2], disputed
    assert (FOLDER / "map.svg").stat().st_size < 300_000, (FOLDER / "map.svg").stat().st_size
print("six kinds of layer drawn, 245 villages each")

# In pixels: the colours of the legend stand on the picture, and Chinese is drawn as Chinese and not as boxes.
program("map", FOLDER / "v.gpkg", "-o", FOLDER / "map.png")
picture = Image.open(FOLDER / "map.png").convert("RGB")
counts = {colour: count for count, colour in picture.getcolors(1 << 24)}
_, panels = drawn(FOLDER / "map.svg")
for fills in panels:
    for fill in fills:
        if fill.startswith("#"):
            colour = tuple(int(fill[at : at + 2], 16) for at in (1, 3, 5))
            assert counts.get(colour, 0) > 1000, (fill, counts.get(colour))
title = picture.crop((70, 50, 70 + 52 * 14, 110))
assert len(title.getcolors(1 << 16)) > 10
print("picture", picture.size)

# One land type alone has the villages' names on it.
program("map", FOLDER / "v.gpkg", "--land-type", "林地", "-o", FOLDER / "forest.svg")
texts = [text.text for text in xml.parse(FOLDER / "forest.svg").getroot().iter(f"{SVG}text")]
named = [village for _, village in places if village in texts]
assert len(named) > 150, len(named)

# A layer with more vertices than a picture has use for: the lines get coarser, the villages stay.
dense = [(names, cell.segmentize(0.00005)) for names, cell in features]
(FOLDER / "dense.geojson").write_text(villages.collection(dense), "utf-8")
convert("dense.geojson", "dense.gpkg", "-f", "GPKG", "-a_srs", "EPSG:4490", "-nln", "synthetic_villages")
program("map", FOLDER / "dense.gpkg", "-o", FOLDER / "dense.svg")
sizes = [(FOLDER / name).stat().st_size for name in ["dense.gpkg", "dense.svg"]]
assert sizes[0] > 3_000_000 and sizes[1] < 300_000, sizes
print("a layer of %d KB makes a picture of %d KB" % tuple(size // 1000 for size in sizes))
