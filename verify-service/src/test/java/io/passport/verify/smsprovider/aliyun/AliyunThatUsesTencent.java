package io.passport.verify.smsprovider.aliyun;

import io.passport.verify.smsprovider.tencent.PublicTencent;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Violates architecture rules: a vendor must not know another vendor or Redis. */
public record AliyunThatUsesTencent(PublicTencent other, StringRedisTemplate redis) {}
