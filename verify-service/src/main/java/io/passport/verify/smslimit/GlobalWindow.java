package io.passport.verify.smslimit;

import io.passport.verify.slidingwindow.Window;

/**
 * One window of a limit that many numbers share.
 *
 * @param limit the limit it belongs to
 * @param key of the hash in Redis
 * @param window maximum and period
 */
record GlobalWindow(SmsLimit limit, String key, Window window) {}
