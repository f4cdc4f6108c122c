package io.passport.acceptance.visitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bytes on a socket, for what no HTTP client would send.
 *
 * @param port on loopback
 * @param from the client's address, in 127.0.0.0/8
 */
public record RawHttp(int port, String from) {

    private static final int PATIENCE_MILLIS = 15_000;

    /** From the usual address. */
    public RawHttp(int port) {
        this(port, "127.0.0.1");
    }

    /** Asks for a target, whatever it looks like. */
    public Answer get(String target) {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends these characters, each as one byte, and reads the answer until the server closes. */
    public Answer send(String request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream answer) throws IOException {
        String status = line(answer);
        if (!status.startsWith("HTTP/1.")) {
            throw new AssertionError("No HTTP answer: '" + status + "'");
        }
        HttpHeaders headers = headers(answer);
        boolean chunked = headers.firstValue("transfer-encoding").isPresent();
        return new Answer(
                Integer.parseInt(status.split(" ", 3)[1]),
                headers,
                chunked ? readChunks(answer) : answer.readAllBytes());
    }

    private static HttpHeaders headers(InputStream answer) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            lines.append(line).append('\n');
        }
        Map<String, List<String>> byName = lines.toString()
                .lines()
                .map(line -> line.split(":\\s*", 2))
                .collect(Collectors.groupingBy(
                        header -> header[0], Collectors.mapping(header -> header[1], Collectors.toList())));
        return HttpHeaders.of(byName, (name, value) -> true);
    }

    private static byte[] readChunks(InputStream answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(answer); size > 0; size = chunkSize(answer)) {
            body.write(answer.readNBytes(size));
            line(answer);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream answer) throws IOException {
        return HexFormat.fromHexDigits(line(answer));
    }

    private static String line(InputStream answer) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
