package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndToEndHeadersTests {

    private final HttpHeaders from = new DefaultHttpHeaders();
    private final HttpHeaders to = new DefaultHttpHeaders();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "keep-alive",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "trailer",
                "Transfer-Encoding",
                "UPGRADE"
            })
    void addWhenHeaderIsOfTheConnectionThenItDoesNotPass(String name) {
        from.add(name, "x").add("ETag", "1");
        EndToEndHeaders.add(from, to);
        assertThat(to.names()).containsExactly("ETag");
    }

    @Test
    void addWhenConnectionNamesHeadersThenTheyDoNotPass() {
        from.add("Connection", "close, X-One ,x-two").add("Connection", "X-Three");
        from.add("X-One", "1").add("X-Two", "2").add("x-three", "3").add("X-Four", "4");
        EndToEndHeaders.add(from, to);
        assertThat(to.names()).containsExactly("X-Four");
    }

    @Test
    void addWhenReceiverHasHeadersThenTheyStay() {
        from.add("Connection", "X-One, , x/y").add("Transfer-Encoding", "gzip").add("X-One", "1");
        to.add("Transfer-Encoding", "chunked").add("X-One", "own");
        EndToEndHeaders.add(from, to);
        assertThat(to.getAll("Transfer-Encoding")).containsExactly("chunked");
        assertThat(to.getAll("X-One")).containsExactly("own");
    }

    @Test
    void addWhenHeaderIsRepeatedThenAllValuesPass() {
        from.add("Set-Cookie", "a=1").add("Set-Cookie", "b=2");
        EndToEndHeaders.add(from, to);
        assertThat(to.getAll("set-cookie")).containsExactly("a=1", "b=2");
    }
}
