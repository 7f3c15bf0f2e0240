extension UInt32: ParameterValue {}
extension UInt64: ParameterValue {}
