import Testing

@Suite struct ProceduresTests {}
