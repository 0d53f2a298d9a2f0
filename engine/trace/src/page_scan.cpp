#include "page_scan.h"

#include <cstring>

namespace loopline::trace {
namespace {

constexpr int kDeepest = 12;
constexpr std::size_t kSlack = 16;  // values are loaded eight bytes at a time

constexpr std::uint8_t kInterior = 5, kLeaf = 13;

std::uint32_t big_endian(const std::uint8_t* at, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | at[i];
  return value;
}

// Bytes of an integer by its serial type; 0xff: no integer.
constexpr std::uint8_t kWidths[10] = {0xff, 1, 2, 3, 4, 6, 8, 0xff, 0, 0};

}  // namespace

PageScan::PageScan(Database& database) : m_database(database) {}

bool PageScan::varint(Cursor& cursor, std::uint64_t& value) {
  value = 0;
  for (int i = 0; i < 8; ++i) {
    if (cursor.at == cursor.end) return false;
    const std::uint8_t byte = *cursor.at++;
    value = value << 7 | (byte & 0x7f);
    if ((byte & 0x80) == 0) return true;
  }
  return false;  // ids and lengths here never need the ninth byte
}

bool PageScan::is_plain_file() {
  std::uint8_t header[100];
  if (!m_database.read_raw(0, header)) return false;
  m_page_size = big_endian(header + 16, 2) == 1 ? 65536 : big_endian(header + 16, 2);
  if (m_page_size < 512 || header[20] != 0) return false;
  // With a write-ahead log (2) newer pages may be there. UTF-8 or UTF-16 is of no interest: all values are integers.
  if (header[18] != 1 || header[19] != 1) return false;
  m_pages_left = m_database.file_size() / m_page_size;
  return true;
}

std::int64_t PageScan::rows(std::int64_t first, std::int64_t last, EventCollector& collector) {
  m_next = first;
  m_last = last;
  m_collector = &collector;
  const std::int64_t root =
      m_database.integer("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = 'event'");
  if (m_database.failed() || !is_plain_file()) return first;
  m_buffers.assign(kDeepest, std::vector<std::uint8_t>(m_page_size + kSlack));
  walk(static_cast<std::uint32_t>(root), 0);
  return m_next;
}

// False ends the scan: something is not as expected.
bool PageScan::walk(std::uint32_t page, int depth) {
  if (depth == kDeepest || page == 0 || m_pages_left == 0) return false;
  --m_pages_left;
  std::vector<std::uint8_t>& buffer = m_buffers[static_cast<std::size_t>(depth)];
  if (!m_database.read_raw((page - 1) * std::uint64_t{m_page_size}, {buffer.data(), m_page_size})) return false;
  if (buffer[0] == kInterior) return walk_interior(buffer.data(), depth);
  return buffer[0] == kLeaf && read_leaf(buffer.data());
}

bool PageScan::walk_interior(const std::uint8_t* page, int depth) {
  const std::uint32_t cells = big_endian(page + 3, 2);
  if (12 + 2 * std::size_t{cells} > m_page_size) return false;
  for (std::uint32_t i = 0; i < cells && m_next <= m_last; ++i) {
    const std::size_t offset = big_endian(page + 12 + 2 * i, 2);
    if (offset + 4 > m_page_size) return false;
    Cursor cursor{page + offset + 4, page + m_page_size};
    std::uint64_t greatest = 0;  // id below the child
    if (!varint(cursor, greatest)) return false;
    if (static_cast<std::int64_t>(greatest) < m_next) continue;
    if (!walk(big_endian(page + offset, 4), depth + 1)) return false;
  }
  return m_next > m_last || walk(big_endian(page + 8, 4), depth + 1);
}

bool PageScan::read_leaf(const std::uint8_t* page) {
  const std::uint32_t cells = big_endian(page + 3, 2);
  if (8 + 2 * std::size_t{cells} > m_page_size) return false;
  for (std::uint32_t i = 0; i < cells && m_next <= m_last; ++i) {
    if (!read_cell(page, big_endian(page + 8 + 2 * i, 2))) return false;
  }
  return true;
}

// A cell: length, id, length of the header, a serial type for each of eight columns, the values. The first column is
// the id again and not stored (type 0).
bool PageScan::read_cell(const std::uint8_t* page, std::size_t offset) {
  if (offset >= m_page_size) return false;
  Cursor cursor{page + offset, page + m_page_size};
  std::uint64_t length = 0, id = 0;
  if (!varint(cursor, length) || !varint(cursor, id)) return false;
  if (static_cast<std::int64_t>(id) < m_next) return true;  // of an earlier run
  const auto left = static_cast<std::size_t>(cursor.end - cursor.at);
  if (static_cast<std::int64_t>(id) != m_next || length < 9 || length > left) return false;
  const std::uint8_t* types = cursor.at;
  if (types[0] != 9 || types[1] != 0) return false;
  const std::uint8_t* value = types + 9;
  const std::uint8_t* end = types + length;
  std::int64_t values[7];
  for (int column = 0; column < 7; ++column) {
    const std::uint8_t type = types[column + 2];
    if (type > 9 || kWidths[type] == 0xff) return false;
    const std::uint8_t width = kWidths[type];
    if (width == 0) {
      values[column] = type - 8;
      continue;
    }
    if (value + width > end) return false;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, value, sizeof bytes);  // may reach into the slack, not beyond it
    values[column] = static_cast<std::int64_t>(__builtin_bswap64(bytes)) >> (64 - 8 * width);
    value += width;
  }
  m_collector->row(values);
  ++m_next;
  return true;
}

}  // namespace loopline::trace
