package io.passport.verify.smslimit;

import io.passport.verify.slidingwindow.Window;

/**
 * One window of what many numbers share.
 *
 * @param limit which limit it is of
 * @param key of the hash that counts it
 * @param window how many
 */
record SharedWindow(Limit limit, String key, Window window) {}
