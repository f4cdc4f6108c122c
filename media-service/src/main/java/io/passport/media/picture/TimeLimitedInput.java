package io.passport.media.picture;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An upload as a decoder reads it. Stops answering when the time is up, which ends a picture that is small to send but
 * long to decode: a progressive JPEG of ten thousand scans, for instance.
 */
final class TimeLimitedInput extends ImageInputStreamImpl {

    /** Few enough that a decoder is soon back for more. */
    private static final int READ_CHUNK = 512;

    private final byte[] bytes;
    private final long end;

    TimeLimitedInput(byte[] bytes, Duration limit) {
        this.bytes = bytes;
        this.end = System.nanoTime() + limit.toNanos();
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

    private void checkTime() throws IOException {
        if (isTimeUp()) {
            throw new IOException("The time for this picture is up");
        }
    }
}
