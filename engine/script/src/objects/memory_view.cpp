#include "script/objects/memory_view.h"

namespace loopline::script {

MemoryView::MemoryView(Value owner, std::size_t start, std::int64_t step, std::size_t length, bool readonly)
    : Object(kind::memory_view),
      m_owner(std::move(owner)),
      m_start(start),
      m_step(step),
      m_length(length),
      m_readonly(readonly) {
  if (ByteArray* array = as_kind<ByteArray>(m_owner, kind::bytearray)) ++array->views;
}

void MemoryView::release() noexcept {
  if (ByteArray* array = as_kind<ByteArray>(m_owner, kind::bytearray)) --array->views;
  m_owner.reset();
}

std::string_view MemoryView::data() const noexcept {
  return m_owner.is_object(kind::bytes) ? m_owner.as<Bytes>()->data : m_owner.as<ByteArray>()->data;
}

unsigned char MemoryView::at(std::size_t index) const noexcept {
  return static_cast<unsigned char>(data()[position(index)]);
}

void MemoryView::set(std::size_t index, unsigned char byte) noexcept {
  m_owner.as<ByteArray>()->data[position(index)] = static_cast<char>(byte);
}

std::string MemoryView::copy() const {
  if (m_step == 1) return std::string(contiguous());
  std::string bytes;
  bytes.reserve(m_length);
  for (std::size_t i = 0; i < m_length; ++i) bytes += static_cast<char>(at(i));
  return bytes;
}

}  // namespace loopline::script
