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
 * Sends requests as bytes on a socket, also such as no HTTP client would send.
 *
 * @param port on loopback
 * @param from the client's address, in 127.0.0.0/8
 */
public record RawHttp(int port, String from) {

    private static final int TIMEOUT_MILLIS = 15_000;

    /** From 127.0.0.1. */
    public RawHttp(int port) {
        this(port, "127.0.0.1");
    }

    /** Sends {@code GET} with any target. */
    public ApiResponse get(String target) {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends each character as one byte, and reads until the server closes. */
    public ApiResponse send(String request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiResponse read(InputStream response) throws IOException {
        String status = line(response);
        if (!status.startsWith("HTTP/1.")) {
            throw new AssertionError("No HTTP response: '" + status + "'");
        }
        HttpHeaders headers = headers(response);
        boolean chunked = headers.firstValue("transfer-encoding").isPresent();
        return new ApiResponse(
                Integer.parseInt(status.split(" ", 3)[1]),
                headers,
                chunked ? readChunks(response) : response.readAllBytes());
    }

    private static HttpHeaders headers(InputStream response) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line = line(response); !line.isEmpty(); line = line(response)) {
            lines.append(line).append('\n');
        }
        Map<String, List<String>> byName = lines.toString()
                .lines()
                .map(line -> line.split(":\\s*", 2))
                .collect(Collectors.groupingBy(
                        header -> header[0], Collectors.mapping(header -> header[1], Collectors.toList())));
        return HttpHeaders.of(byName, (name, value) -> true);
    }

    private static byte[] readChunks(InputStream response) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(response); size > 0; size = chunkSize(response)) {
            body.write(response.readNBytes(size));
            line(response);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream response) throws IOException {
        return HexFormat.fromHexDigits(line(response));
    }

    private static String line(InputStream response) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = response.read(); next >= 0 && next != '\n'; next = response.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
