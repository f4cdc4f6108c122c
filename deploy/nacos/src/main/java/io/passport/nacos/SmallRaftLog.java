package io.passport.nacos;

import com.alipay.sofa.jraft.storage.impl.RocksDBLogStorage;
import com.alipay.sofa.jraft.util.StorageOptionsFactory;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.RocksDB;

/** RocksDB settings for JRaft's log. By default each Raft group takes about 150 MB of disk. */
final class SmallRaftLog {
    private static final long MIB = 1 << 20;

    private SmallRaftLog() {}

    /** Registers the settings. Call it before the first Raft group opens its log. */
    @SuppressWarnings("deprecation") // the replacement needs a cache object that must not be closed before the table
    static void register() {
        RocksDB.loadLibrary();
        var log = RocksDBLogStorage.class;
        StorageOptionsFactory.registerRocksDBOptions(
                log, StorageOptionsFactory.getDefaultRocksDBOptions().setMaxTotalWalSize(8 * MIB));
        StorageOptionsFactory.registerRocksDBColumnFamilyOptions(
                log,
                StorageOptionsFactory.getDefaultRocksDBColumnFamilyOptions().setWriteBufferSize(MIB));
        StorageOptionsFactory.registerRocksDBTableFormatConfig(
                log, new BlockBasedTableConfig().setBlockSize(4096).setBlockCacheSize(MIB));
    }
}
