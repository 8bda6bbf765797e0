"""Parcel lists for measuring: real Xiangyin names, some rows of every verdict, the same rows for the same seed.

usage: parcels.py FOLDER ROWS      writes utf8.csv, gb18030.csv, quoted.csv, address.csv, numbers.csv, priced.csv,
                                   unpriced.csv, latin.csv into FOLDER

numbers.csv has the same rows with an address that is in no other row; latin.csv, at most 200,000 rows, a village in Latin
letters that is no village and in no other row. priced.csv has an area, a unit price and an amount behind the same rows, nine of
ten of them right by the made-up prices below; unpriced.csv has none of the three.
"""

import csv
import os
import random
import sys

CLASSES = {
    "orchard": ["果园", "茶园", "0201", "0202", "其他园地"],
    "forest": ["乔木林地", "竹林地", "0301", "0305", "灌木林地"],
    "grassland": ["其他草地", "0404"],
}
HEADER = ["宗地代码", "所属乡镇", "行政村", "地类名称", "土地级别", "面积", "权利人"]
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
# 元 for a square metre, in hundredths: made up, as the document publishes none.
PRICES = {("orchard", 1): 4500, ("orchard", 2): 3600, ("forest", 1): 2790, ("forest", 2): 2130}
LABELS = {1: ["一级", "1级", "1", "Ⅰ"], 2: ["二级", "2级", "2", "Ⅱ"], 3: ["三级", "3"]}


def entries():
    with open("Seeds/430624-2025-1/grades.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(draw, number, entry, villages):
    township, village, land_type = entry["township"], entry["village"], entry["land_type"]
    grade = int(entry["grade"])
    name = draw.choice(CLASSES[land_type])
    label = draw.choice(LABELS[grade])
    code = f"430624{number % 900 + 100:03d}{number % 97 + 1:03d}{'GB' if number % 3 else 'JC'}{number:08d}"
    chance = draw.random()
    if chance < 0.08:
        label = ""
    elif chance < 0.16:
        label = draw.choice(LABELS[3 if grade == 2 else 2])
    elif chance < 0.18:
        village = village[:-2] + draw.choice("东西南北") + village[-1]
    elif chance < 0.185:
        township = township[:1] + "新" + township[1:]
    elif chance < 0.205:
        name = draw.choice(CLASSES["grassland"])
    elif chance < 0.245:
        name = draw.choice(["水田", "0102", "旱地"])
    elif chance < 0.25:
        name = "园林绿化用地？"
    elif chance < 0.255:
        label = "优"
    elif chance < 0.257:
        code = "4.30624E+17"
    elif chance < 0.267:
        township = ""
    elif chance < 0.277:
        village += "村民委员会" if village.endswith("村") else "居委会"
    elif chance < 0.287:
        township, village, name = *draw.choice(villages), draw.choice(CLASSES["orchard"])
    area = f"{draw.randint(1, 99999) / 100:.2f}"
    owner = draw.choice(SURNAMES) + draw.choice(["建国", "秀英", "德明", "伟", "芳", "某某合作社"])
    return [code, township, village, name, label, area, owner]


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    draw = random.Random(430624)
    listed = entries()
    villages = sorted({(entry["township"], entry["village"]) for entry in listed})
    utf8 = open(os.path.join(folder, "utf8.csv"), "wb")
    gb18030 = open(os.path.join(folder, "gb18030.csv"), "wb")
    quoted = open(os.path.join(folder, "quoted.csv"), "wb")
    address = open(os.path.join(folder, "address.csv"), "wb")

    numbers = open(os.path.join(folder, "numbers.csv"), "wb")

    priced = open(os.path.join(folder, "priced.csv"), "wb")
    unpriced = open(os.path.join(folder, "unpriced.csv"), "wb")

    def write_price(cells, number, entry):
        price = PRICES[entry["land_type"], int(entry["grade"]) if number % 10 else 1]
        # Both have two decimals, and a 亩 2000/3 square metres: in hundredths of 元, rounded half up.
        fen = (int(cells[5].replace(".", "")) * price * 40 + 3) // 6
        without = cells[:5] + cells[6:]
        unpriced.write((",".join(without) + "\r\n").encode("utf-8"))
        figures = [cells[5], f"{price // 100}.{price % 100:02d}", f"{fen // 100}.{fen % 100:02d}"]
        priced.write((",".join(without + figures) + "\r\n").encode("utf-8"))

    def write(cells, number):
        plain = ",".join(cells) + "\r\n"
        utf8.write(plain.encode("utf-8"))
        gb18030.write(plain.encode("gb18030"))
        quoted.write(('"' + '","'.join(cells) + '"\r\n').encode("utf-8"))
        address.write((",".join(cells[:1] + ["".join(cells[1:3]) + "%d组" % (len(cells[5]) + 2)] + cells[3:]) + "\r\n").encode("utf-8"))

        place = "湘阴县%s%s%d组%d号" % (cells[1], cells[2], number % 12 + 1, number)
        numbers.write((",".join(cells[:1] + [place] + cells[3:]) + "\r\n").encode("utf-8"))

    numbers.write((",".join(HEADER[:1] + ["坐落"] + HEADER[3:]) + "\r\n").encode("utf-8"))
    names = HEADER[:5] + HEADER[6:]
    unpriced.write((",".join(names) + "\r\n").encode("utf-8"))
    priced.write((",".join([*names, "面积(亩)", "单价(元/平方米)", "金额(元)"]) + "\r\n").encode("utf-8"))
    utf8.write((",".join(HEADER) + "\r\n").encode("utf-8"))
    gb18030.write((",".join(HEADER) + "\r\n").encode("gb18030"))
    quoted.write(('"' + '","'.join(HEADER) + '"\r\n').encode("utf-8"))
    address.write((",".join(HEADER[:1] + ["坐落"] + HEADER[3:]) + "\r\n").encode("utf-8"))
    for number in range(count):
        entry = draw.choice(listed)
        cells = row(draw, number, entry, villages)
        write(cells, number)
        write_price(cells, number, entry)
    for file in (utf8, gb18030, quoted, address, numbers, priced, unpriced):
        file.close()
    with open(os.path.join(folder, "latin.csv"), "w", encoding="utf-8") as file:
        file.write("所属乡镇,行政村,地类名称\n")
        for number in range(min(count, 200_000)):
            letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
            file.write("%s,furong%scun,果园\n" % ("金龙镇" if number % 2 else "", letters))


if __name__ == "__main__":
    main()
