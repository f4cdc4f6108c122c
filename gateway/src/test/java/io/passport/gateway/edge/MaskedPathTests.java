package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedPathTests {

    @ParameterizedTest
    @CsvSource({
        "/api/v1.0/smscode/13800001234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/+8613800001234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/8613800001234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138000012345, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138%200000%201234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138-0000-1234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/%EF%BC%91%EF%BC%93, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138/0000/1234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/zhangsan/, /api/v1.0/smscode/***",
        "/api/v1.0/smscode%2F13800001234, /api/v1.0/***",
        "/api/v1.0/imagecode/3f2504e0-4f89-11d3-9a0c-0305e82c3301, /api/v1.0/imagecode/***",
        "/api/v1.0/sessions/abcdefgh, /api/v1.0/sessions/***",
        "/api/v1.0/user/name, /api/v1.0/user/name",
        "/api/v1.0/user/13800001234/, /api/v1.0/user/***/",
        "/api/v1.0/user;mobile=13800001234, /api/v1.0/***",
        "//13800001234//x, //***//x",
        "13800001234, ***",
        "/docs/openapi.json, /docs/openapi.json",
        "/index.html, /index.html",
        "/, /"
    })
    void maskWhenPathHasValuesThenTheyAreReplaced(String path, String logged) {
        assertThat(MaskedPath.of(path)).isEqualTo(logged);
    }
}
