// Reads the rows of `event` out of the file's pages, several times quicker than through SQLite. The layout of a table's
// b-tree is part of SQLite's documented, stable file format.
//
// Only for a file that nobody writes (no write-ahead log), inside a read transaction. Whatever it does not expect ends
// the scan, and the caller goes on through SQLite from there: it decides what is damaged.
#pragma once

#include <cstdint>
#include <vector>

#include "sqlite.h"

namespace loopline::trace {

class PageScan {
 public:
  explicit PageScan(Database& database);

  /// Gives rows `first`, `first` + 1 … to `collector`, at most up to `last`; gives the first that was not reached.
  std::int64_t rows(std::int64_t first, std::int64_t last, EventCollector& collector);

 private:
  struct Cursor {
    const std::uint8_t* at;
    const std::uint8_t* end;
  };
  static bool varint(Cursor& cursor, std::uint64_t& value);

  bool is_plain_file();
  bool walk(std::uint32_t page, int depth);
  bool walk_interior(const std::uint8_t* page, int depth);
  bool read_leaf(const std::uint8_t* page);
  bool read_cell(const std::uint8_t* page, std::size_t offset);

  Database& m_database;
  EventCollector* m_collector = nullptr;
  std::size_t m_page_size = 0;
  std::uint64_t m_pages_left = 0;  // a damaged file may send us round in circles
  std::int64_t m_next = 0, m_last = 0;
  std::vector<std::vector<std::uint8_t>> m_buffers;  // one for each depth
};

}  // namespace loopline::trace
