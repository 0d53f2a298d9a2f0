#include "interner.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace loopline::trace {
namespace {

constexpr std::size_t kFirstSlots = 256;
constexpr std::size_t kTextBlock = 64 * 1024;

std::uint64_t mix(std::uint64_t value) noexcept {
  value *= 0x9E3779B97F4A7C15u;
  return value ^ value >> 32;
}

}  // namespace

// ---- texts

Recorder::Interner::Interner() : m_slots(kFirstSlots) {}

Recorder::Interner::Found Recorder::Interner::find_or_add(std::string_view text) {
  if (text.empty()) return {0, false};
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
  Slot* slot = &slot_for(text, hash);
  if (slot->id != 0) return {slot->id, false};
  if (2 * (m_used + 1) > m_slots.size()) {
    grow();
    slot = &slot_for(text, hash);
  }
  *slot = {++m_last, hash, keep(text)};
  ++m_used;
  return {slot->id, true};
}

Recorder::Interner::Slot& Recorder::Interner::slot_for(std::string_view text, std::uint32_t hash) {
  const std::size_t mask = m_slots.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = m_slots[at];
    if (slot.id == 0 || (slot.hash == hash && slot.text == text)) return slot;
  }
}

void Recorder::Interner::grow() {
  if (m_used >= kInterned) {
    m_slots.assign(kFirstSlots, {});
    m_used = 0;
    m_blocks.clear();
    m_block_left = 0;
    return;
  }
  std::vector<Slot> old(m_slots.size() * 2);
  old.swap(m_slots);
  for (const Slot& slot : old) {
    if (slot.id != 0) slot_for(slot.text, slot.hash) = slot;
  }
}

std::string_view Recorder::Interner::keep(std::string_view text) {
  if (text.size() > m_block_left) {
    m_block_left = std::max(kTextBlock, text.size());
    m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_block_left));
    m_block_next = m_blocks.back().get();
  }
  char* to = m_block_next;
  std::memcpy(to, text.data(), text.size());
  m_block_next += text.size();
  m_block_left -= text.size();
  return {to, text.size()};
}

// ---- call tree

Recorder::StackNodes::Found Recorder::StackNodes::find_or_add(StackId parent, StringId function, std::uint32_t line) {
  if (2 * (std::size_t{m_last} + 1) > m_slots.size()) grow();
  Slot& slot = slot_for(parent, function, line);
  if (slot.id != 0) return {slot.id, false};
  slot = {++m_last, parent, function, line};
  return {slot.id, true};
}

void Recorder::StackNodes::clear() {
  m_slots.clear();
  m_last = 0;
}

Recorder::StackNodes::Slot& Recorder::StackNodes::slot_for(StackId parent, StringId function, std::uint32_t line) {
  const std::size_t mask = m_slots.size() - 1;
  const std::uint64_t hash = mix(mix(std::uint64_t{parent} << 32 | function) + line);
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = m_slots[at];
    if (slot.id == 0 || (slot.parent == parent && slot.function == function && slot.line == line)) return slot;
  }
}

void Recorder::StackNodes::grow() {
  std::vector<Slot> old(std::max(kFirstSlots, m_slots.size() * 2));
  old.swap(m_slots);
  for (const Slot& slot : old) {
    if (slot.id != 0) slot_for(slot.parent, slot.function, slot.line) = slot;
  }
}

}  // namespace loopline::trace
