/// What the name of a line of sums ends with: what a clerk writes, and what Excel and WPS write for a group (分类汇总).
public enum SumWords {
    public static let endings = [
        "合计", "小计", "总计", "共计", "累计", "汇总", "求和", "总面积", "计数", "数值计数", "平均值", "最大值", "最小值", "乘积", "标准偏差", "方差",
    ]
}
