package io.passport.emulators.qiniu;

/**
 * What Qiniu knows of a file.
 *
 * @param key its name in the bucket
 * @param mimeType what it is served as
 * @param hash its {@link Etag}
 * @param fsize its size in bytes
 * @param putTime when it was stored, in units of 100 ns since 1970
 */
record StoredObject(String key, String mimeType, String hash, long fsize, long putTime) {}
