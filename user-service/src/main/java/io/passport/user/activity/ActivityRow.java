package io.passport.user.activity;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code activity}: address and device encrypted, time in UTC. MyBatis-Plus reads and writes its fields. */
@TableName("activity")
class ActivityRow {

    @TableId(type = IdType.AUTO)
    @Nullable
    Long id;

    long accountId;

    @Nullable
    LocalDateTime at;

    @Nullable
    String event;

    @Nullable
    String result;

    @Nullable
    String address;

    @Nullable
    String device;
}
