package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class JpegHeaderTests {

    @Test
    void readWhenAFrameHasMoreThan127ComponentsThenOneScanIsNotThePicture() throws IOException {
        assertThat(JpegHeader.read(header(0x83)).needsFullDecode()).isTrue();
    }

    @Test
    void readWhenAFrameHasNoComponentsThenItIsDamaged() {
        assertThatThrownBy(() -> JpegHeader.read(header(0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("components");
    }

    /** A frame and a scan of one component. */
    private static ByteBuffer header(int components) {
        byte[] frame = {0, 8, 8, 0, 8, 0, 8, (byte) components};
        byte[] scan = {0, 3, 1};
        return ByteBuffer.allocate(6 + frame.length + scan.length)
                .putShort((short) 0xFFD8)
                .putShort((short) 0xFFC0)
                .put(frame)
                .putShort((short) 0xFFDA)
                .put(scan);
    }
}
