import Testing

@testable import EditionPublishing

@testable import EditionPackage

struct PlaceNameTests {
    @Test(arguments: [
        "共和村", "仁和村", "除滩村", "上述桥村", "部落村", "等驾村", "各山村", "县前社区", "外滩村", "城外村", "临资镇", "太和桥村", "和平村", "永和社区",
        "黄土下湖", "长岑区水管会", "湖洲管理局湖区", "浩河社区居委会", "境内村", "世界村", "界牌村", "国有城关园艺场", "与田村", "至善社区", "一组村",
        "李家村社区", "东风村茶场", "杨村坝村", "个旧村", "新村社区",
    ]) func `a name that holds the characters of a phrase is a name`(name: String) {
        #expect(PlaceName.doubt(name) == nil)
    }

    @Test(arguments: [
        ("全域", PlaceName.Doubt.whole), ("全镇", .whole), ("所辖各村", .whole), ("辖区内所有行政村（社区）", .whole),
        ("除石桥村外的其他村", .except),
        ("除石桥村以外", .except), ("不含石桥村", .except), ("其余村", .rest), ("其他各村", .rest), ("其它社区", .rest),
        ("大坪村（1、2、3组）", .part),
        ("大坪村1组", .part), ("大坪村一组", .part), ("枫树村部分", .somePart), ("望江社区和沿河社区", .joined), ("桥头和大坪村", .joined),
        ("仁和村和共和村", .joined), ("金竹村及茶园村", .joined), ("杨柳村等3个村", .counted), ("杨柳村等村", .counted), ("东至湘江西岸", .boundary),
        ("城关镇行政区域内的园地", .boundary), ("枫树村以东", .boundary), ("桥头", .noEnding), ("上述村", .phrase), ("各村小组所有土地", .phrase),
        ("东风村红旗村", .joined), ("东门社区西门社区", .joined), ("东风村大屋场", .joined), ("六个村", .counted), ("仅东风村", .phrase),
        ("非东风村", .phrase), ("某村", .phrase),
    ]) func `a phrase is distinguished from a name`(text: String, doubt: PlaceName.Doubt) {
        #expect(PlaceName.doubt(text) == doubt)
    }
}
