package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "app.example.com",
                "https://",
                "https://*.example.com",
                "https://*",
                "https://app.example.com/",
                "https://app.example.com/page",
                "https://app.example.com?a=b",
                "https://app.example.com#a",
                "https://somebody@app.example.com",
                "https://APP.example.com",
                "HTTPS://app.example.com",
                "https://app.example.com:443",
                "http://app.example.com:80",
                "https://app.example.com:",
                "https://app.example.com:x",
                "https://app example.com",
                "ftp://app.example.com",
                "file:///home"
            })
    void createWhenOriginIsNotExactThenThrows(String origin) {
        assertThatThrownBy(() -> new AllowedOrigins(List.of("https://app.example.com", origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("passport.edge.allowed-origins: '" + origin + "'");
    }
}
