// How fast can a trace of eight-integer events be read back?
//
//   sql_read FILE CASE [key=value ...]     FILE as written by sql_write keep=1
//
// CASE  open          open + prepare + SELECT max(id): until a first answer
//       count         SELECT count(*)              (walks every leaf page)
//       range-index   windows of about `rows` events by time, index on time_ns
//       range-bisect  the same with no index: times rise with ids, so a binary search
//                     of point look-ups finds the window, then a range of ids
//       scan8         every row, eight columns, into column vectors
//       scan3         every row, three columns (time, kind, task)
//       scan8-agg     the same eight columns through an aggregate function: one
//                     sqlite3_step for the whole table, a callback per row
//       sum1          SELECT sum(task): the scan without leaving SQLite
//       pages         the b-tree leaf pages decoded directly from a mapped file,
//                     eight columns (the limit of the format)
//       unpack        the BLOBs of source=blobpack decoded into eight columns
//       lod           level-of-detail pyramid from column vectors (scan not counted)
//       lod-sql       the lowest level of that pyramid as one GROUP BY
// mmap  0 | 1  PRAGMA mmap_size      cold  0 | 1  drop this file's cached pages first
// rows  window size (1000)           queries  windows (1000)      cache  KiB (2000)
// tx    1 | 0  all queries in one read transaction (1)
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "bench.hpp"
#include "event.hpp"

using u64 = std::uint64_t;
using i64 = std::int64_t;
static std::map<std::string, std::string> g_opt;
static u64 num(const char* k, u64 d) {
  auto it = g_opt.find(k);
  return it == g_opt.end() ? d : std::strtoull(it->second.c_str(), nullptr, 10);
}
[[noreturn]] static void die(sqlite3* db, const char* what) {
  std::fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "?");
  std::exit(1);
}
static sqlite3* open_db(std::string const& f) {
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(f.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr)) die(db, "open");
  auto pragma = [&](std::string const& s) { sqlite3_exec(db, s.c_str(), nullptr, nullptr, nullptr); };
  if (num("mmap", 0)) pragma("PRAGMA mmap_size=2000000000");
  pragma("PRAGMA cache_size=-" + std::to_string(num("cache", 2000)));
  return db;
}
static sqlite3_stmt* prepare(sqlite3* db, std::string const& sql) {
  sqlite3_stmt* s = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &s, nullptr)) die(db, sql.c_str());
  return s;
}
static i64 one(sqlite3* db, std::string const& sql) {
  sqlite3_stmt* s = prepare(db, sql);
  if (sqlite3_step(s) != SQLITE_ROW) die(db, sql.c_str());
  i64 v = sqlite3_column_int64(s, 0);
  sqlite3_finalize(s);
  return v;
}

// Eight arrays of uninitialised memory: the scan is the only thing that touches it.
struct Columns {
  std::array<std::unique_ptr<i64[]>, 8> v;
  u64 n = 0;
  Columns(int k, u64 cap) {
    for (int c = 0; c < k; ++c) v[c] = std::make_unique_for_overwrite<i64[]>(cap);
  }
  i64 sum() const {
    i64 s = 0;
    for (auto& a : v)
      if (a)
        for (u64 i = 0; i < n; ++i) s += a[i];
    return s;
  }
};
static const char* kCols = "id,time_ns,iteration,kind,task,other,handle,line";

static Columns scan(sqlite3* db, const char* cols, int k, u64 hint) {
  Columns out(k, hint);
  sqlite3_stmt* s = prepare(db, std::string("SELECT ") + cols + " FROM ev");
  while (sqlite3_step(s) == SQLITE_ROW) {
    for (int c = 0; c < k; ++c) out.v[c][out.n] = sqlite3_column_int64(s, c);
    ++out.n;
  }
  sqlite3_finalize(s);
  return out;
}

static Columns scan_agg(sqlite3* db, u64 hint) {
  Columns out(8, hint);
  sqlite3_create_function_v2(
      db, "collect8", 8, SQLITE_UTF8, &out, nullptr,
      [](sqlite3_context* x, int, sqlite3_value** v) {
        auto* o = static_cast<Columns*>(sqlite3_user_data(x));
        for (int c = 0; c < 8; ++c) o->v[c][o->n] = sqlite3_value_int64(v[c]);
        ++o->n;
      },
      [](sqlite3_context* x) { sqlite3_result_int64(x, 0); }, nullptr);
  bench::keep(one(db, std::string("SELECT collect8(") + kCols + ") FROM ev"));
  return out;
}

// ------------------------------------------------------- leaf pages, no SQLite
struct Mapped {
  const unsigned char* p;
  u64 size;
  explicit Mapped(std::string const& f) {
    int fd = open(f.c_str(), O_RDONLY);
    struct stat st {};
    if (fd < 0 || fstat(fd, &st)) die(nullptr, "map");
    size = u64(st.st_size);
    p = static_cast<const unsigned char*>(mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0));
    if (p == MAP_FAILED) die(nullptr, "mmap");
    madvise(const_cast<unsigned char*>(p), size, MADV_SEQUENTIAL);
    close(fd);
  }
};
static inline u64 be16(const unsigned char* p) { return u64(p[0]) << 8 | p[1]; }
static inline u64 be32(const unsigned char* p) { return be16(p) << 16 | be16(p + 2); }
static inline const unsigned char* varint(const unsigned char* p, u64& v) {
  v = *p & 0x7f;
  while (*p++ & 0x80) v = v << 7 | (*p & 0x7f);
  return p;
}
struct PageScan {
  Mapped const& m;
  u64 ps;
  Columns& out;
  void walk(u64 page) {
    const unsigned char* b = m.p + (page - 1) * ps;
    u64 n = be16(b + 3);
    if (b[0] == 0x05) {
      for (u64 i = 0; i < n; ++i) walk(be32(b + be16(b + 12 + 2 * i)));
      walk(be32(b + 8));
      return;
    }
    if (b[0] != 0x0d) die(nullptr, "not a table page");
    for (u64 i = 0; i < n; ++i) {
      const unsigned char* c = b + be16(b + 8 + 2 * i);
      u64 len, rowid;
      c = varint(c, len);
      c = varint(c, rowid);
      const unsigned char* body = c + c[0];
      u64 row = out.n++;
      out.v[0][row] = i64(rowid);
      for (int k = 1; k < 8; ++k) {
        unsigned t = c[k + 1];
        i64 v;
        if (t >= 8) {
          v = t - 8;
        } else if (t == 0) {
          v = 0;
        } else {
          unsigned w = t <= 4 ? t : t == 5 ? 6 : 8;
          if (body + 8 <= b + ps) {
            u64 x;
            std::memcpy(&x, body, 8);
            v = i64(__builtin_bswap64(x)) >> (64 - 8 * w);
          } else {  // the last bytes of a page: do not read past it
            v = (body[0] & 0x80) ? -1 : 0;
            for (unsigned j = 0; j < w; ++j) v = v * 256 + body[j];
          }
          body += w;
        }
        out.v[k][row] = v;
      }
    }
  }
};

// ------------------------------------------------------- level of detail
// Time is cut into 2^L equal buckets; each knows how many events it holds, which
// kinds, the first and last id, and the least and greatest task. Higher levels
// merge four buckets into one.
struct Bucket {
  std::uint32_t count, kinds;
  i64 first, last;
  std::int32_t task_min, task_max;
};
static std::vector<std::vector<Bucket>> build_lod(Columns const& c, u64 base) {
  const i64* t = c.v[0].get();
  const i64* kind = c.v[1].get();
  const i64* task = c.v[2].get();
  u64 n = c.n;
  i64 t0 = t[0];
  double scale = double(base) / double(t[n - 1] - t0 + 1);
  std::vector<std::vector<Bucket>> lv;
  lv.emplace_back(base, Bucket{0, 0, -1, -1, INT32_MAX, 0});
  for (u64 i = 0; i < n; ++i) {
    Bucket& b = lv[0][u64(double(t[i] - t0) * scale)];
    if (b.count++ == 0) b.first = i64(i);
    b.last = i64(i);
    b.kinds |= 1u << kind[i];
    b.task_min = std::min(b.task_min, std::int32_t(task[i]));
    b.task_max = std::max(b.task_max, std::int32_t(task[i]));
  }
  while (lv.back().size() > 4) {
    auto const& lo = lv.back();
    std::vector<Bucket> up(lo.size() / 4, Bucket{0, 0, -1, -1, INT32_MAX, 0});
    for (u64 i = 0; i < up.size() * 4; ++i) {
      Bucket const& s = lo[i];
      if (!s.count) continue;
      Bucket& d = up[i / 4];
      if (!d.count) d.first = s.first;
      d.count += s.count;
      d.kinds |= s.kinds;
      d.last = s.last;
      d.task_min = std::min(d.task_min, s.task_min);
      d.task_max = std::max(d.task_max, s.task_max);
    }
    lv.push_back(std::move(up));
  }
  return lv;
}

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::string file = argv[1], c = argv[2];
  for (int i = 3; i < argc; ++i) {
    std::string a = argv[i];
    auto eq = a.find('=');
    if (eq == std::string::npos) return 2;
    g_opt[a.substr(0, eq)] = a.substr(eq + 1);
  }
  if (num("cold", 0)) {
    int fd = open(file.c_str(), O_RDONLY);
    fsync(fd);
    posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    close(fd);
  }
  struct stat st {};
  if (stat(file.c_str(), &st)) die(nullptr, "stat");
  std::string extra = "bytes=" + std::to_string(st.st_size);
  u64 ops = 1;

  if (c == "open") {
    bench::Stopwatch w;
    sqlite3* db = open_db(file);
    bench::keep(one(db, "SELECT max(id) FROM ev"));
    bench::report(1, w.cpu(), w.wall(), extra);
    return 0;
  }
  if (c == "pages") {
    bench::Stopwatch w;
    Mapped m(file);
    u64 ps = be16(m.p + 16);
    Columns out(8, u64(st.st_size) / 13);  // no row of eight columns is smaller
    PageScan{m, ps == 1 ? 65536 : ps, out}.walk(2);
    ops = out.n;
    u64 cpu = w.cpu(), wall = w.wall();
    bench::report(ops, cpu, wall, extra + " sum=" + std::to_string(out.sum()));
    return 0;
  }
  sqlite3* db = open_db(file);
  if (c == "unpack") {
    bench::Stopwatch w;
    Columns out(8, u64(one(db, "SELECT sum(n) FROM ev")));
    sqlite3_stmt* s = prepare(db, "SELECT first_id,n,data FROM ev");
    while (sqlite3_step(s) == SQLITE_ROW) {
      i64 id = sqlite3_column_int64(s, 0), n = sqlite3_column_int64(s, 1);
      auto* p = static_cast<const unsigned char*>(sqlite3_column_blob(s, 2));
      auto next = [&p] {
        u64 v = *p & 0x7f;
        for (int sh = 7; *p++ & 0x80; sh += 7) v |= u64(*p & 0x7f) << sh;
        return v;
      };
      i64 time = 0, iter = 0, handle = 0;
      for (i64 i = 0; i < n; ++i) {
        u64 at = out.n++;
        out.v[0][at] = id + i;
        out.v[3][at] = *p++;
        out.v[1][at] = time += i64(next());
        out.v[2][at] = iter += i64(next());
        out.v[4][at] = i64(next());
        out.v[5][at] = i64(next());
        u64 z = next();
        out.v[6][at] = handle += i64(z >> 1) ^ -i64(z & 1);
        out.v[7][at] = i64(next());
      }
    }
    sqlite3_finalize(s);
    ops = out.n;
    u64 cpu = w.cpu(), wall = w.wall();
    bench::report(ops, cpu, wall, extra + " sum=" + std::to_string(out.sum()));
    return 0;
  }
  u64 total = u64(one(db, "SELECT max(id) FROM ev"));
  if (c == "count") {
    if (num("cold", 0)) {
      int fd = open(file.c_str(), O_RDONLY);
      posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
      close(fd);
    }
    bench::Stopwatch w;
    if (u64(one(db, "SELECT count(*) FROM ev")) != total) die(db, "count");
    bench::report(total, w.cpu(), w.wall(), extra);
  } else if (c == "sum1") {
    bench::Stopwatch w;
    bench::keep(one(db, "SELECT sum(task) FROM ev"));
    bench::report(total, w.cpu(), w.wall(), extra);
  } else if (c == "scan8" || c == "scan3" || c == "scan8-agg") {
    bench::Stopwatch w;
    Columns out = c == "scan8-agg" ? scan_agg(db, total)
                  : c == "scan8"   ? scan(db, kCols, 8, total)
                                   : scan(db, "time_ns,kind,task", 3, total);
    u64 cpu = w.cpu(), wall = w.wall();
    bench::report(total, cpu, wall, extra + " sum=" + std::to_string(out.sum()));
  } else if (c == "range-index" || c == "range-bisect") {
    u64 rows = num("rows", 1000), queries = num("queries", 1000);
    i64 t_end = one(db, "SELECT time_ns FROM ev WHERE id=" + std::to_string(total));
    i64 width = i64(double(t_end) * double(rows) / double(total));
    std::string tail = " FROM ev WHERE ";
    sqlite3_stmt* by_time = nullptr;
    sqlite3_stmt* by_id = prepare(db, std::string("SELECT ") + kCols + tail + "id>=?1");
    sqlite3_stmt* at = prepare(db, "SELECT time_ns FROM ev WHERE id=?1");
    if (c == "range-index")
      by_time =
          prepare(db, std::string("SELECT ") + kCols + " FROM ev INDEXED BY ev_time WHERE time_ns BETWEEN ?1 AND ?2");
    u64 got = 0, x = 42;
    i64 sum = 0;
    // One read transaction: otherwise every look-up locks and unlocks the file.
    if (num("tx", 1)) sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
    bench::Stopwatch w;
    for (u64 q = 0; q < queries; ++q) {
      x = x * 6364136223846793005u + 1442695040888963407u;
      i64 t0 = i64((x >> 20) % u64(t_end - width)), t1 = t0 + width;
      sqlite3_stmt* s = by_time;
      if (s) {
        sqlite3_bind_int64(s, 1, t0);
        sqlite3_bind_int64(s, 2, t1);
      } else {
        i64 lo = 1, hi = i64(total);  // the first id whose time is >= t0
        while (lo < hi) {
          i64 mid = lo + (hi - lo) / 2;
          sqlite3_bind_int64(at, 1, mid);
          if (sqlite3_step(at) != SQLITE_ROW) die(db, "ids are not dense");
          i64 t = sqlite3_column_int64(at, 0);
          sqlite3_reset(at);
          if (t < t0)
            lo = mid + 1;
          else
            hi = mid;
        }
        s = by_id;
        sqlite3_bind_int64(s, 1, lo);
      }
      while (sqlite3_step(s) == SQLITE_ROW) {
        if (sqlite3_column_int64(s, 1) > t1) break;
        for (int k = 0; k < 8; ++k) sum += sqlite3_column_int64(s, k);
        ++got;
      }
      sqlite3_reset(s);
    }
    u64 cpu = w.cpu(), wall = w.wall();
    bench::report(queries, cpu, wall, extra + " rows=" + std::to_string(got) + " sum=" + std::to_string(sum));
  } else if (c == "lod") {
    Columns cols = scan(db, "time_ns,kind,task", 3, total);
    bench::Stopwatch w;
    auto lv = build_lod(cols, num("base", 1u << 20));
    u64 cpu = w.cpu(), wall = w.wall();
    u64 sum = 0;
    for (auto& l : lv) {
      u64 k = 0;
      for (auto& b : l) k += b.count;
      sum += k == total;
    }
    bench::report(total, cpu, wall, extra + " levels=" + std::to_string(lv.size()) + " good=" + std::to_string(sum));
  } else if (c == "lod-sql") {
    i64 t_end = one(db, "SELECT time_ns FROM ev WHERE id=" + std::to_string(total));
    i64 width = t_end / i64(num("base", 1u << 20)) + 1;
    bench::Stopwatch w;
    // Times rise with ids, so groups arrive in order; the sum over 1<<kind stands
    // in for a bitwise or, which SQLite has no aggregate for.
    sqlite3_stmt* s = prepare(db, "SELECT time_ns/" + std::to_string(width) +
                                      " AS b, count(*), min(id), max(id), min(task), max(task) FROM ev GROUP BY b");
    u64 k = 0;
    while (sqlite3_step(s) == SQLITE_ROW) ++k;
    sqlite3_finalize(s);
    bench::report(total, w.cpu(), w.wall(), extra + " buckets=" + std::to_string(k));
  } else {
    bench::unsupported();
  }
}
