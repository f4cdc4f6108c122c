package io.passport.emulators.qiniu;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Qiniu's hash of a file: URL-safe Base64 of a prefix byte and a SHA-1. Up to 4 MiB it is the SHA-1 of the file; above, the
 * SHA-1 over the SHA-1s of its blocks of 4 MiB, with another prefix (github.com/qiniu/qetag).
 */
final class Etag {
    private static final int BLOCK = 4 << 20;
    private static final byte ONE_BLOCK = 0x16;
    private static final byte SEVERAL_BLOCKS = (byte) 0x96;

    private Etag() {}

    static String of(byte[] bytes) {
        boolean oneBlock = bytes.length <= BLOCK;
        var hash = new ByteArrayOutputStream();
        hash.write(oneBlock ? ONE_BLOCK : SEVERAL_BLOCKS);
        hash.writeBytes(DigestUtils.sha1(oneBlock ? bytes : blockHashes(bytes)));
        return Base64.getUrlEncoder().encodeToString(hash.toByteArray());
    }

    private static byte[] blockHashes(byte[] bytes) {
        var hashes = new ByteArrayOutputStream();
        for (int start = 0; start < bytes.length; start += BLOCK) {
            int end = Math.min(start + BLOCK, bytes.length);
            hashes.writeBytes(DigestUtils.sha1(Arrays.copyOfRange(bytes, start, end)));
        }
        return hashes.toByteArray();
    }
}
