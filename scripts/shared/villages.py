"""A layer of made-up outlines for the real villages of a county: Voronoi cells of points that a generator of random numbers
put near its township's. No outline of it is anywhere on the earth; its layer is called synthetic for that.
"""

import csv
import json
import pathlib
import random

import shapely

#: Within the county, so that pictures have its latitude; degrees of CGCS2000.
WEST, SOUTH, EAST, NORTH = 112.50, 28.50, 113.02, 29.05


def names(package):
    """The villages of an edition's package, each once: (township, village)."""
    with open(pathlib.Path(package) / "grades.csv", encoding="utf-8", newline="") as file:
        return list(dict.fromkeys((row["township"], row["village"]) for row in csv.DictReader(file) if row["village"]))


def cells(places, seed=20251129):
    """A polygon for each place, together a county with a ragged border."""
    chance = random.Random(seed)
    townships = list(dict.fromkeys(township for township, _ in places))
    centres = {}
    while len(centres) < len(townships):
        point = (chance.uniform(WEST + 0.06, EAST - 0.06), chance.uniform(SOUTH + 0.06, NORTH - 0.06))
        if all((point[0] - x) ** 2 + (point[1] - y) ** 2 > 0.07**2 for x, y in centres.values()):
            centres[townships[len(centres)]] = point
    # A village lies nearer to its own township than to any other, so that townships hang together.
    points, order = [], []
    for township in townships:
        own = [place for place in places if place[0] == township]
        while own:
            x, y = centres[township]
            point = (chance.gauss(x, 0.035), chance.gauss(y, 0.035))
            nearest = min(centres, key=lambda name: (centres[name][0] - point[0]) ** 2 + (centres[name][1] - point[1]) ** 2)
            clear = all((point[0] - a) ** 2 + (point[1] - b) ** 2 > 0.003**2 for a, b in points)
            if nearest == township and clear and WEST < point[0] < EAST and SOUTH < point[1] < NORTH:
                points.append(point)
                order.append(own.pop(0))
    border = shapely.union_all([shapely.Point(point).buffer(0.03) for point in points]).convex_hull
    diagram = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=border)
    found = {}
    for cell in diagram.geoms:
        inside = [place for place, point in zip(order, points) if cell.contains(shapely.Point(point))]
        assert len(inside) == 1
        found[inside[0]] = cell.intersection(border)
    return [(place, found[place]) for place in places]


def collection(features):
    """GeoJSON of (properties, geometry) pairs."""
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(geometry)}
                for properties, geometry in features
            ],
        },
        ensure_ascii=False)
