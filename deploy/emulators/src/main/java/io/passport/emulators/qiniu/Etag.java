package io.passport.emulators.qiniu;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Qiniu's hash of a file: URL-safe Base64 of a mark and the SHA-1 of its one block of at most 4 MiB, or with another
 * mark the SHA-1 over the SHA-1s of its blocks (github.com/qiniu/qetag).
 */
final class Etag {

    private static final int BLOCK = 4 << 20;
    private static final byte ONE_BLOCK = 0x16;
    private static final byte MORE_BLOCKS = (byte) 0x96;

    private Etag() {}

    static String of(byte[] bytes) {
        boolean one = bytes.length <= BLOCK;
        byte[] marked = new byte[21];
        marked[0] = one ? ONE_BLOCK : MORE_BLOCKS;
        byte[] digest = one ? sha1().digest(bytes) : overBlocks(bytes);
        System.arraycopy(digest, 0, marked, 1, digest.length);
        return Base64.getUrlEncoder().encodeToString(marked);
    }

    private static byte[] overBlocks(byte[] bytes) {
        MessageDigest all = sha1();
        for (int start = 0; start < bytes.length; start += BLOCK) {
            MessageDigest block = sha1();
            block.update(bytes, start, Math.min(BLOCK, bytes.length - start));
            all.update(block.digest());
        }
        return all.digest();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
