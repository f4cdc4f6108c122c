package io.passport.media.picture;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The input of a decoder, with a time limit. Reading fails after the limit, which stops pictures that are slow to decode. A
 * decoder that computes without reading is not stopped: the limits on pixels, scans and groups keep that short.
 */
final class TimeLimitedInput extends ImageInputStreamImpl {

    /** Most bytes a read returns: small, so that the decoder reads often and the limit is checked often. */
    private static final int READ_CHUNK = 512;

    private final byte[] bytes;
    private final long end;

    TimeLimitedInput(byte[] bytes, Duration timeout) {
        this(bytes, System.nanoTime() + timeout.toNanos());
    }

    private TimeLimitedInput(byte[] bytes, long end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Other bytes within the same time limit. */
    TimeLimitedInput with(byte[] others) {
        return new TimeLimitedInput(others, end);
    }

    @Override
    public int read() throws IOException {
        checkTime();
        bitOffset = 0;
        return streamPos < bytes.length ? Byte.toUnsignedInt(bytes[(int) streamPos++]) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkTime();
        bitOffset = 0;
        int count = (int) Math.min(Math.min(length, READ_CHUNK), bytes.length - streamPos);
        if (count <= 0 && length > 0) {
            return -1;
        }
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    boolean isTimeUp() {
        return System.nanoTime() - end > 0;
    }

    /** Fails when the time is up. */
    void checkTime() throws IOException {
        if (isTimeUp()) {
            throw new IOException("The time limit for this picture is over");
        }
    }
}
