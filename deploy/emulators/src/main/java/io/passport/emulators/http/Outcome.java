package io.passport.emulators.http;

/** How an exchange ends: with a response or with a connection fault. */
public sealed interface Outcome permits Response, ConnectionFault {}
