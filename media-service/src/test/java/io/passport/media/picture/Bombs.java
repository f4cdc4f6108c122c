package io.passport.media.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small files that make a decoder without checks use all memory or run for hours. */
final class Bombs {

    static final String REENCODED = "drawn";

    private static final String DAMAGED = "图片已损坏，无法读取";
    private static final String UNSUPPORTED = "不支持这种编码的图片，请另存为普通的 JPEG 或 PNG 图片";
    private static final int HUGE = 16_383;

    private Bombs() {}

    /** A bomb and the expected result: {@link #REENCODED}, or the text of the rejection. */
    record Bomb(String name, byte[] picture, String fate) {}

    static List<Bomb> all() {
        return List.of(
                new Bomb(
                        "a lossy WebP frame larger than its canvas",
                        webp(extended(0, 1, 1), lossyFrame(HUGE, HUGE)),
                        DAMAGED),
                new Bomb(
                        "a lossless WebP frame larger than its canvas",
                        webp(extended(0, 1, 1), losslessFrame(HUGE, HUGE)),
                        DAMAGED),
                new Bomb(
                        "a WebP animation's frame larger than it says",
                        webp(extended(0x02, 1, 1), animationFrame(1, 1, lossyFrame(HUGE, HUGE))),
                        DAMAGED),
                new Bomb(
                        "a WebP profile that claims 2 GiB",
                        webp(extended(0x20, 1, 1), chunk("ICCP", profile(0x7FFFFFF0))),
                        DAMAGED),
                new Bomb("a lossless WebP of a million transforms", webp(manyTransforms(1_000_000)), DAMAGED),
                new Bomb(
                        "a WebP whose alpha has a thousand transforms",
                        webp(extended(0x10, 1448, 1448), manyAlphaTransforms(1000), lossyFrame(1448, 1448)),
                        DAMAGED),
                new Bomb("a lossless WebP of 65536 Huffman codes", webp(manyCodes()), UNSUPPORTED),
                new Bomb("a raw stream of 65536 Huffman codes in a WebP", webp(withoutHeader(manyCodes())), DAMAGED),
                new Bomb(
                        "a raw stream of 65536 Huffman codes in a WebP animation",
                        webp(extended(0x02, 1, 1), animationFrame(1, 1, withoutHeader(manyCodes()))),
                        DAMAGED),
                new Bomb(
                        "a WebP with another stream that is not decoded",
                        webp(blackPicture(8, 8), manyCodes()),
                        REENCODED),
                new Bomb("a WebP of a million chunks", webp(manyProfiles(600_000), blackPicture(8, 8)), REENCODED),
                new Bomb("the largest lossless WebP", webp(blackPicture(4000, 4000)), REENCODED),
                new Bomb("the largest progressive JPEG", Samples.progressiveJpeg(4000, 4000), REENCODED),
                new Bomb(
                        "the PNG that needs the most heap",
                        png(2047, 2047, 16, 6, out -> {}, 2047 * (1 + 8 * 2047)),
                        REENCODED),
                new Bomb("the largest GIF", Samples.gif(6300, 6300), REENCODED),
                new Bomb("a lossless JPEG", losslessJpeg(6300, 6300), UNSUPPORTED),
                new Bomb("a JPEG of two frames", twoFrames(6300, 6300), DAMAGED),
                new Bomb("a JPEG frame that only libjpeg sees", hiddenFrame(20_000, 20_000), "图片尺寸过大，每边不能超过 16384 像素"),
                new Bomb("a JPEG of one scan for each colour", scanForEachColour(6300, 6300), "图片尺寸过大，不能超过 1600 万像素"),
                new Bomb(
                        "a JPEG of a million segments",
                        segments(1_200_000, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 2}),
                        REENCODED),
                new Bomb(
                        "a JPEG of a million incomplete tables",
                        segments(1_000_000, new byte[] {(byte) 0xFF, (byte) 0xDB, 0, 3, 0x10}),
                        DAMAGED),
                new Bomb("a JPEG of many tables", segments(35_000, sixteenBitTable()), DAMAGED),
                new Bomb("a JPEG profile that claims 2 GiB", jpegProfile(), REENCODED),
                new Bomb("a PNG in a BMP", bmp(32, 1, 1, 5, line(33_000_000)), UNSUPPORTED),
                new Bomb("a JPEG in a BMP", bmp(0, 1, 1, 4, Samples.progressiveJpeg(6300, 6300)), UNSUPPORTED),
                new Bomb("a BMP of negative width", bmp(24, -40_000, 40_000, 0, new byte[100]), DAMAGED),
                new Bomb("a run-length coded BMP that claims 2 GiB", bmp(8, 1000, 1000, 1, new byte[2000]), DAMAGED),
                new Bomb("a PNG of one long line", line(33_000_000), "图片尺寸过大，每边不能超过 16384 像素"),
                new Bomb("a PNG of a million chunks", manyChunks(430_000), REENCODED),
                new Bomb("a PNG of a thousand large profiles", manyProfilesInPng(1000), REENCODED),
                new Bomb("a GIF of a million comments", manyComments(1_700_000), REENCODED),
                new Bomb("a GIF frame larger than its screen", gif(60_000, 60_000), "图片尺寸过大，每边不能超过 16384 像素"));
    }

    // --- WebP: https://developers.google.com/speed/webp/docs/riff_container, little endian

    private static byte[] webp(byte[]... chunks) {
        byte[] content = joined(chunks);
        return joined(ascii("RIFF"), little(4, content.length + 4), ascii("WEBP"), content);
    }

    private static byte[] chunk(String type, byte[] content) {
        return joined(ascii(type), little(4, content.length), content, new byte[content.length % 2]);
    }

    private static byte[] extended(int flags, int width, int height) {
        return chunk("VP8X", joined(little(4, flags), little(3, width - 1), little(3, height - 1)));
    }

    private static byte[] lossyFrame(int width, int height) {
        byte[] start = {0x10, 0x20, 0, (byte) 0x9D, 0x01, 0x2A};
        return chunk("VP8 ", joined(start, little(2, width), little(2, height), new byte[4000]));
    }

    private static byte[] losslessFrame(int width, int height) {
        return chunk("VP8L", joined(losslessSize(width, height), new byte[4000]));
    }

    private static byte[] animationFrame(int width, int height, byte[] frame) {
        return chunk("ANMF", joined(new byte[6], little(3, width - 1), little(3, height - 1), new byte[4], frame));
    }

    /** Repeats the subtract-green transform: each takes three bits and processes all pixels. */
    private static byte[] manyTransforms(int count) {
        return chunk("VP8L", joined(losslessSize(1448, 1448), bits(out -> {
            greenSubtracted(out, count);
            out.write(0, 3);
            onlyBlack(out);
        })));
    }

    private static byte[] blackPicture(int width, int height) {
        return chunk("VP8L", joined(losslessSize(width, height), bits(out -> {
            out.write(0, 3);
            onlyBlack(out);
        })));
    }

    private static byte[] manyAlphaTransforms(int count) {
        return chunk("ALPH", joined(new byte[] {1}, bits(out -> {
            greenSubtracted(out, count);
            out.write(0, 3);
            onlyBlack(out);
        })));
    }

    /** One pixel, with the highest possible group of Huffman codes. */
    private static byte[] manyCodes() {
        return chunk("VP8L", joined(losslessSize(1, 1), bits(out -> {
            // no transform, no colour cache, a group of codes for each block
            out.write(0b100, 3);
            out.write(0, 3 + 1);
            for (int symbol : new int[] {255, 255, 0, 0, 0}) {
                out.write(0b101, 3);
                out.write(symbol, 8);
            }
            for (int code = 0; code < 65_536; code++) {
                onlyBlack(out);
            }
        })));
    }

    private static byte[] withoutHeader(byte[] chunk) {
        return from(chunk, 8);
    }

    private static byte[] manyProfiles(int count) {
        return repeated(count, chunk("ICCP", new byte[0]));
    }

    private static void greenSubtracted(Bits out, int count) {
        for (int transform = 0; transform < count; transform++) {
            out.write(0b101, 3);
        }
    }

    /** Five Huffman codes with the single symbol 0. */
    private static void onlyBlack(Bits out) {
        for (int code = 0; code < 5; code++) {
            out.write(1, 4);
        }
    }

    private static byte[] losslessSize(int width, int height) {
        return joined(new byte[] {0x2F}, little(4, (width - 1) | ((height - 1) << 14)));
    }

    private static byte[] profile(int size) {
        byte[] profile = new byte[200];
        ByteBuffer.wrap(profile).putInt(size);
        System.arraycopy(ascii("mntrRGB XYZ "), 0, profile, 12, 12);
        System.arraycopy(ascii("acsp"), 0, profile, 36, 4);
        return profile;
    }

    // --- JPEG: ITU-T T.81

    private static byte[] losslessJpeg(int width, int height) {
        return joined(
                big(2, 0xFFD8),
                frame(3, width, height, 3),
                new byte[] {(byte) 0xFF, (byte) 0xC4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                scan(1, 2, 3),
                new byte[2000]);
    }

    private static byte[] twoFrames(int width, int height) {
        byte[] jpeg = Samples.jpeg(8, 8);
        return joined(Arrays.copyOf(jpeg, 2), frame(0, 8, 8, 3), frame(2, width, height, 3), from(jpeg, 2));
    }

    /** TEM has no length for libjpeg; TwelveMonkeys skips what follows it. */
    private static byte[] hiddenFrame(int width, int height) {
        byte[] large = withSize(Samples.jpeg(8, 8), width, height);
        byte[] hidden = joined(new byte[] {0}, from(large, 2));
        return joined(big(2, 0xFFD8), big(2, 0xFF01), big(2, hidden.length + 2), hidden, from(Samples.jpeg(8, 8), 2));
    }

    private static byte[] scanForEachColour(int width, int height) {
        byte[] jpeg = withSize(Samples.jpeg(8, 8), width, height);
        int scan = positionOf(jpeg, 0xDA);
        return joined(
                Arrays.copyOf(jpeg, scan), scan(1), new byte[600], scan(2), new byte[600], scan(3), new byte[600]);
    }

    private static byte[] segments(int count, byte[] segment) {
        byte[] jpeg = Samples.jpeg(8, 8);
        return joined(Arrays.copyOf(jpeg, 2), repeated(count, segment), from(jpeg, 2));
    }

    private static byte[] sixteenBitTable() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) 1);
        return joined(big(2, 0xFFDB), big(2, 2 + 1 + values.length), new byte[] {0x10}, values);
    }

    private static byte[] jpegProfile() {
        byte[] jpeg = Samples.jpeg(8, 8);
        byte[] content = joined(ascii("ICC_PROFILE\0"), new byte[] {1, 1}, profile(0x7FFFFFF0));
        return joined(Arrays.copyOf(jpeg, 2), big(2, 0xFFE2), big(2, content.length + 2), content, from(jpeg, 2));
    }

    private static byte[] frame(int kind, int width, int height, int components) {
        byte[] all = {1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0};
        return joined(
                big(2, 0xFFC0 + kind),
                big(2, 8 + 3 * components),
                new byte[] {8},
                big(2, height),
                big(2, width),
                new byte[] {(byte) components},
                Arrays.copyOf(all, 3 * components));
    }

    private static byte[] scan(int... components) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(big(2, 0xFFDA));
        out.writeBytes(big(2, 6 + 2 * components.length));
        out.write(components.length);
        for (int component : components) {
            out.write(component);
            out.write(component == 1 ? 0 : 0x11);
        }
        out.writeBytes(new byte[] {0, 63, 0});
        return out.toByteArray();
    }

    private static byte[] withSize(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        ByteBuffer.wrap(changed)
                .putShort(positionOf(jpeg, 0xC0) + 5, (short) height)
                .putShort(positionOf(jpeg, 0xC0) + 7, (short) width);
        return changed;
    }

    private static int positionOf(byte[] jpeg, int marker) {
        int position = 2;
        while (Byte.toUnsignedInt(jpeg[position + 1]) != marker) {
            position += 2 + ByteBuffer.wrap(jpeg).getShort(position + 2);
        }
        return position;
    }

    // --- BMP: BITMAPFILEHEADER and BITMAPINFOHEADER, little endian

    private static byte[] bmp(int bits, int width, int height, int compression, byte[] content) {
        return joined(
                ascii("BM"),
                little(4, 54 + content.length),
                new byte[4],
                little(4, 54),
                little(4, 40),
                little(4, width),
                little(4, height),
                little(2, 1),
                little(2, bits),
                little(4, compression),
                little(4, compression == 1 ? 0x7FFFFFF0 : content.length),
                new byte[16],
                content);
    }

    // --- PNG: ISO/IEC 15948

    private static byte[] line(int width) {
        return png(width, 1, 16, 6, out -> {});
    }

    private static byte[] manyChunks(int count) {
        return png(8, 8, 8, 3, out -> {
            out.accept("PLTE", new byte[3]);
            for (int chunk = 0; chunk < count; chunk++) {
                out.accept("abCd", new byte[0]);
            }
        });
    }

    private static byte[] manyProfilesInPng(int count) {
        byte[] profile = joined(ascii("name"), new byte[2], deflated(new byte[4 << 20]));
        return png(8, 8, 8, 2, out -> {
            for (int chunk = 0; chunk < count; chunk++) {
                out.accept("iCCP", profile);
            }
        });
    }

    private static byte[] png(int width, int height, int depth, int colour, Consumer<Chunks> between) {
        return png(width, height, depth, colour, between, 10_000);
    }

    private static byte[] png(
            int width, int height, int depth, int colour, Consumer<Chunks> between, int contentLength) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(big(4, 0x89504E47));
        out.writeBytes(big(4, 0x0D0A1A0A));
        Chunks chunks = (type, content) -> {
            var crc = new CRC32();
            crc.update(joined(ascii(type), content));
            out.writeBytes(joined(big(4, content.length), ascii(type), content, big(4, (int) crc.getValue())));
        };
        chunks.accept("IHDR", joined(big(4, width), big(4, height), new byte[] {(byte) depth, (byte) colour, 0, 0, 0}));
        between.accept(chunks);
        chunks.accept("IDAT", deflated(new byte[contentLength]));
        chunks.accept("IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    // --- GIF89a

    private static byte[] gif(int width, int height) {
        return joined(
                ascii("GIF89a"),
                little(2, 1),
                little(2, 1),
                new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0},
                little(2, width),
                little(2, height),
                new byte[] {0, 2, 1, 0x44, 0, 0x3B});
    }

    private static byte[] manyComments(int count) {
        byte[] gif = Samples.gif(8, 8);
        int start = 13 + (3 << (gif[10] & 7) + 1);
        return joined(Arrays.copyOf(gif, start), repeated(count, new byte[] {0x21, (byte) 0xFE, 0}), from(gif, start));
    }

    // --- bytes

    private static byte[] repeated(int count, byte[] part) {
        byte[] all = new byte[count * part.length];
        for (int index = 0; index < count; index++) {
            System.arraycopy(part, 0, all, index * part.length, part.length);
        }
        return all;
    }

    private static byte[] little(int length, int number) {
        return Arrays.copyOf(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(number)
                        .array(),
                length);
    }

    private static byte[] big(int length, int number) {
        return from(ByteBuffer.allocate(4).putInt(number).array(), 4 - length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] from(byte[] bytes, int begin) {
        return Arrays.copyOfRange(bytes, begin, bytes.length);
    }

    /** Writes the lowest bit first. */
    private static byte[] bits(Consumer<Bits> writing) {
        var bits = new BitSet();
        var end = new AtomicInteger();
        writing.accept((number, count) -> {
            for (int bit = 0; bit < count; bit++) {
                bits.set(end.getAndIncrement(), (number >> bit & 1) == 1);
            }
        });
        return Arrays.copyOf(bits.toByteArray(), end.get() / 8 + 1);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private interface Bits {
        void write(int number, int count);
    }

    private interface Chunks {
        void accept(String type, byte[] content);
    }
}
