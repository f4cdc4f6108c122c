package io.passport.verify.smsprovider.tencent;

/** Used by a violator of an architecture rule. */
public record PublicTencent() {}
