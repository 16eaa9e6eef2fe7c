/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
