package io.passport.emulators.http;

/** How an exchange ends: with an answer, or with the connection cut. */
public sealed interface Outcome permits Response, ConnectionFault {}
