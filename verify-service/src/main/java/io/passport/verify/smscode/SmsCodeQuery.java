package io.passport.verify.smscode;

import io.passport.common.api.ApiException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query of {@code GET /smscode/{mobile}}. Clients send {@code ?text=…&id=…}, or {@code ?text=…,id=…} as in the published
 * API, which arrives as one text that contains the id.
 */
record SmsCodeQuery(
        @Nullable String text,
        @Nullable String id,
        @Nullable String purpose) {

    private static final Pattern COMMA_FORM =
            Pattern.compile("(?<text>[^,]*),id=(?<id>[^,]*)(,purpose=(?<purpose>[^,]*))?");

    /**
     * Reads both forms.
     *
     * @throws ApiException {@code 4103} when a parameter is repeated
     */
    static SmsCodeQuery of(MultiValueMap<String, String> parameters) {
        SmsCodeQuery plain =
                new SmsCodeQuery(single(parameters, "text"), single(parameters, "id"), single(parameters, "purpose"));
        return plain.id == null && plain.text != null ? plain.splitAtComma(plain.text) : plain;
    }

    /** @throws ApiException {@code 4103} when a parameter is missing or malformed */
    SmsCodeRequest requestFor(String mobile) {
        return SmsCodeRequest.of(mobile, text, id, purpose);
    }

    private SmsCodeQuery splitAtComma(String combined) {
        Matcher form = COMMA_FORM.matcher(combined);
        if (!form.matches()) {
            return this;
        }
        String nested = form.group("purpose");
        return new SmsCodeQuery(form.group("text"), form.group("id"), nested == null ? purpose : nested);
    }

    private static @Nullable String single(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ApiException.badParameter("参数重复");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
