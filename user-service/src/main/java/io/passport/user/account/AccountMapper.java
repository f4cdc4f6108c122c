package io.passport.user.account;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AccountMapper extends BaseMapper<AccountRow> {

    @Select("SELECT * FROM account WHERE mobile_index = #{index}")
    @Nullable
    AccountRow findByMobileIndex(@Param("index") byte[] index);

    @Select("SELECT * FROM account WHERE id = #{id} FOR UPDATE")
    @Nullable
    AccountRow lock(@Param("id") long id);

    @Update("UPDATE account SET name = #{name}, name_key = #{key} WHERE id = #{id}")
    int rename(@Param("id") long id, @Param("name") @Nullable String name, @Param("key") @Nullable String key);

    @Update("UPDATE account SET avatar_url = #{url} WHERE id = #{id}")
    int setAvatar(@Param("id") long id, @Param("url") String url);
}
