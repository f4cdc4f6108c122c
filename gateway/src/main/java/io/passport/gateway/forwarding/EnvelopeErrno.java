package io.passport.gateway.forwarding;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the {@code errno} of an answer for the metrics. A service writes it first, so nothing is parsed. */
final class EnvelopeErrno {

    private static final ByteBuf BEGINNING =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("{\"errno\":\"", StandardCharsets.US_ASCII));
    private static final int LENGTH = BEGINNING.readableBytes();
    private static final int MAX_DIGITS = 4;

    private EnvelopeErrno() {}

    /** Null if the body is not an envelope. */
    static @Nullable String of(ByteBuf body) {
        int start = body.readerIndex() + LENGTH;
        if (body.readableBytes() <= LENGTH || !ByteBufUtil.equals(body, body.readerIndex(), BEGINNING, 0, LENGTH)) {
            return null;
        }
        int end = body.indexOf(start, Math.min(start + MAX_DIGITS + 1, body.writerIndex()), (byte) '"');
        return end < 0 ? null : body.toString(start, end - start, StandardCharsets.US_ASCII);
    }
}
