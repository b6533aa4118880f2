#if canImport(Accelerate)
    internal import Accelerate
#else
    internal import CBLAS
#endif
