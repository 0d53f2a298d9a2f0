#include "syntax/identifiers.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "syntax/arena.h"
#include "syntax/characters.h"
#include "syntax/unicode.h"

namespace loopline::script {

namespace {

// FNV-1a: names are short, and the table never leaves the program.
std::size_t hash_of(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

std::string_view& slot_for(std::vector<std::string_view>& slots, std::string_view name) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash_of(name) & mask;
  while (!slots[at].empty() && slots[at] != name) at = (at + 1) & mask;
  return slots[at];
}

}  // namespace

std::string_view Identifiers::intern(std::string_view name) {
  if (std::all_of(name.begin(), name.end(), is_ascii)) return find_or_add(name);
  return find_or_add(m_arena.copy(unicode::normalise_identifier(name)));
}

std::string_view Identifiers::find_or_add(std::string_view name) {
  std::string_view& slot = slot_for(m_slots, name);
  if (!slot.empty()) return slot;
  slot = name;
  if (2 * ++m_count > m_slots.size()) grow();
  return name;
}

void Identifiers::grow() {
  std::vector<std::string_view> wider(2 * m_slots.size());
  for (const std::string_view name : m_slots) {
    if (!name.empty()) slot_for(wider, name) = name;
  }
  m_slots = std::move(wider);
}

}  // namespace loopline::script
