package io.passport.user.password;

/**
 * Hashes that other systems made of {@link #PASSWORD}, salts included: Werkzeug 3.1.8's {@code generate_password_hash}, and
 * bcrypt by libxcrypt's {@code crypt(3)}, both called from Python 3.11.
 */
public final class ImportedHashes {

    public static final String PASSWORD = "correct horse 9";

    static final String CHINESE =
            "pbkdf2:sha256:260000$GWGJMkelhT1zjPt4$fb2ccf70d7acfe285da74f3b0c6fca703602ced8f9a1b623f6800319682573ac";

    static final String[] ALL = {
        "pbkdf2:sha256:260000$5DPtRCZO9DvW1PBz$28feaeab13a682e3d11b86dfec49a68700734b1978d1ad32589ef8a0fc8cbbc0",
        "pbkdf2:sha256:50000$SKtty9cj9Fhn1vWs$6cc32e8b25c71840874b5ce9ec7dbf18b5c8c53ad2f819f7b7716fcbf4d83ae5",
        "pbkdf2:sha1:1000$ec3jtrteJOKAWgfJ$87925f00812f07c7fc80aa6ed8a89f91465d536e",
        "pbkdf2:sha512:210000$3d3MrukNKYdXuHlm$11e9d8146a76d6bee8fb5d6f8cd4521f04ac1c0a2cbcb3dfe333e07356507bd3"
                + "79050374632e0c2ee0073e7fb4090007b6014d857ce52f18a55d43688ad8b3e6",
        "scrypt:32768:8:1$40zGBczalTKVTl2V$af185f6758bbc176f35a8651527afcbfb58274cba3ae896be50d791fdbb233e5"
                + "67e8a2887a2a58ceaff542093e0a9c4cbf4041da26461930ad7b76a6dbc1ca58",
        "$2a$10$dM4h.MqSPCRXaP/SX7z/P.hmih1vj4t.cue2femfOiRL1dpbOlvvG",
        "$2b$10$UhSA9aqx1NZWY27KeSTSs.xVw5Z7xD9EI21fIGmt8SfyVx.8O4b1C",
        "$2y$10$sKozwQ9VOxs.GZL0treQs.HIGA0XSql0egjATDlvweZEQJvGXC8cm",
        "{bcrypt}$2b$10$UhSA9aqx1NZWY27KeSTSs.xVw5Z7xD9EI21fIGmt8SfyVx.8O4b1C"
    };

    private ImportedHashes() {}

    /** One by one. */
    public static String[] all() {
        return ALL.clone();
    }
}
