extension HeaderTable {
    /// Columns of the person or household that a parcel is of. A sheet has the sums of a group there, too.
    static let persons: Set<String> = Set(
        """
        权利人 权利人名称 权利人姓名 土地权利人 林权权利人 使用权人 使用权人名称 土地使用权人 使用者 土地使用者 土地使用者名称 所有权人 土地所有权人
        承包方 承包方名称 承包方姓名 承包方代表 承包方代表姓名 承包人 承包人姓名 承包户 承包户主 户主 户主姓名 姓名 农户 农户姓名 农户名称 业主 业主姓名 业主名称
        经营者 经营者名称 经营户 经营主体 申请人 申请人姓名 用地单位 用地单位名称 权利主体 QLR QLRMC QLRXM CBF CBFMC CBFDBXM HZ HZXM XM OWNER OWNER_NAME
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
