package io.passport.emulators.qiniu;

/**
 * The metadata of a stored file.
 *
 * @param key its key in the bucket
 * @param mimeType its media type
 * @param hash its {@link Etag}
 * @param fsize its size in bytes
 * @param putTime when it was stored, in units of 100 ns since 1970
 */
record StoredObject(String key, String mimeType, String hash, long fsize, long putTime) {}
