extension MapDrawing {
    /// The shape of a feature once more, to be put over the others, for an SVG that has the `definitions`.
    ///
    /// - Parameter index: the feature's place in the layer.
    /// - Returns: nil where nothing is drawn for it.
    public func shape(_ index: Int) -> Markup? { outlines[index].map { _ in "<use href=\"#v\(index)\"/>" } }
}
