// SQLite's C API, wrapped once for the whole layer. Nothing else includes sqlite3.h.
//
// Errors are sticky: after the first one a Database and its statements do nothing more, and failed() and error() tell
// about it. So a sequence of operations is written down without a test after each, and checked once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "trace/event.h"
#include "trace/result.h"

struct sqlite3;
struct sqlite3_blob;
struct sqlite3_stmt;

namespace loopline::trace {

class Database;

/// The base name of a file as messages show it: “a.loopline”.
std::string quoted(const std::filesystem::path& path);

/// A prepared statement; must not outlive its database.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Parameters are numbered from 1. Texts and blobs must live until the next reset() or step to the end.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::span<const std::uint8_t> blob);

  /// True while there is a row. After the last one (or an error) the statement is ready to be used again.
  bool step();
  /// For statements without rows.
  void run();

  // Columns of the current row, from 0. Views stay valid until the next step.
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::span<const std::uint8_t> blob(int column) const;
  bool is_null(int column) const;

 private:
  Database& m_database;
  sqlite3_stmt* m_statement = nullptr;
};

/// Rows of `event` come to and from SQLite through these two, without a statement a row.
using EventFeed = std::span<const Event>;
class EventCollector {
 public:
  virtual ~EventCollector() = default;
  /// One row: time, kind, task, a, b, c, d.
  virtual void row(const std::int64_t (&values)[7]) = 0;
};

class Database {
 public:
  enum class Mode : std::uint8_t { read, write, create };

  /// Opens; see failed(). One connection belongs to one thread at a time.
  Database(const std::filesystem::path& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const std::string& sql);
  /// The first column of the first row; 0 if there is none.
  std::int64_t integer(std::string_view sql);
  std::int64_t last_rowid() const;

  /// The bytes of the file itself, past SQLite's cache but through its own handle: opening the file a second time
  /// would, when that is closed, take away SQLite's locks. False if they are not all there.
  bool read_raw(std::uint64_t offset, std::span<std::uint8_t> bytes) const;
  std::uint64_t file_size() const;

  /// A table `chunk_rows(time, kind, task, a, b, c, d)` whose rows are those of `*feed` when a query on it begins.
  void provide_chunk_rows(const EventFeed* feed);
  /// An aggregate collect(time, kind, task, a, b, c, d) that gives each row to `*collector` (which may be exchanged)
  /// and returns the number of rows.
  void provide_collect(EventCollector* const* collector);

  bool failed() const noexcept { return m_error.has_value(); }
  /// What went wrong first; `doing` begins the message: "Reading “a.loopline” failed".
  const Error& error() const { return *m_error; }
  /// Forgets the error, to go on after one that was expected.
  void clear_error() { m_error.reset(); }
  /// Records an error of the caller's own (a contradiction in the data).
  void fail(Error error);

  const std::string& name() const noexcept { return m_name; }  ///< base name of the file, in quotes
  sqlite3* handle() const noexcept { return m_handle; }

 private:
  friend class Statement;
  void check(int code);

  sqlite3* m_handle = nullptr;
  std::string m_name;
  std::optional<Error> m_error;
};

/// A blob in place, for reading pieces of it.
class Blob {
 public:
  Blob(Database& database, const char* table, const char* column, std::int64_t row);
  ~Blob();
  Blob(const Blob&) = delete;
  Blob& operator=(const Blob&) = delete;

  std::uint64_t size() const;
  bool read(std::uint64_t offset, std::span<std::uint8_t> bytes) const;

 private:
  sqlite3_blob* m_blob = nullptr;
};

/// BEGIN … COMMIT around a scope; rolls back unless commit() was reached.
class Transaction {
 public:
  explicit Transaction(Database& database, const char* begin = "BEGIN");
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& m_database;
  bool m_open;
};

}  // namespace loopline::trace
