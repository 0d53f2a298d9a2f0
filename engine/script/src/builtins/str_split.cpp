// str: splitting, joining, stripping.
#include <algorithm>
#include <cstring>

#include "../vm/find_text.h"
#include "../vm/unicode_tables.h"
#include "str_common.h"

namespace loopline::script {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_ascii_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }

/// The width in bytes of the white space at an offset, 0 if there is none.
std::size_t space_at(std::string_view text, std::size_t at) noexcept {
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_space(text[at]) ? 1 : 0;
  std::size_t end = at;
  return unicode::is_space(utf8::decode(text, end)) ? end - at : 0;
}

/// Where the character before an offset begins.
std::size_t before(std::string_view text, std::size_t at) noexcept {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U);
  return at;
}

std::size_t next_of(std::string_view text, std::size_t at) noexcept {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U);
  return at;
}

// ---- split ---------------------------------------------------------------------------------------------------------

std::vector<Value> split_spaces(Vm& vm, const Value& self, std::size_t most) {
  const std::string_view text = self_str(self).view();
  std::vector<Value> parts;
  std::size_t at = 0;
  const auto skip_spaces = [&] {
    while (at < text.size()) {
      const std::size_t width = space_at(text, at);
      if (width == 0) return;
      at += width;
    }
  };
  for (skip_spaces(); at < text.size(); skip_spaces()) {
    if (parts.size() == most) {
      parts.push_back(vm.str(text.substr(at)));
      break;
    }
    const std::size_t start = at;
    while (at < text.size() && space_at(text, at) == 0) at = next_of(text, at);
    if (start == 0 && at == text.size()) {
      parts.push_back(same_str(self));
    } else {
      parts.push_back(vm.str(text.substr(start, at - start)));
    }
  }
  return parts;
}

std::vector<Value> rsplit_spaces(Vm& vm, const Value& self, std::size_t most) {
  const std::string_view text = self_str(self).view();
  std::vector<Value> parts;
  std::size_t end = text.size();
  const auto skip_spaces = [&] {
    while (end > 0) {
      const std::size_t start = before(text, end);
      if (space_at(text, start) == 0) return;
      end = start;
    }
  };
  for (skip_spaces(); end > 0; skip_spaces()) {
    std::size_t start = end;
    if (parts.size() == most) {
      parts.push_back(vm.str(text.substr(0, end)));
      break;
    }
    while (start > 0 && space_at(text, before(text, start)) == 0) start = before(text, start);
    parts.push_back(vm.str(text.substr(start, end - start)));
    end = start;
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<Value> split_at(Vm& vm, const Value& self, std::string_view separator, std::size_t most) {
  const std::string_view text = self_str(self).view();
  std::vector<Value> parts;
  std::size_t at = 0;
  while (parts.size() < most) {
    const std::size_t found = separator.size() == 1 ? text.find(separator.front(), at) : find_text(text, separator, at);
    if (found == kNowhere) break;
    parts.push_back(vm.str(text.substr(at, found - at)));
    at = found + separator.size();
  }
  parts.push_back(at == 0 ? same_str(self) : vm.str(text.substr(at)));
  return parts;
}

std::vector<Value> rsplit_at(Vm& vm, const Value& self, std::string_view separator, std::size_t most) {
  const std::string_view text = self_str(self).view();
  std::vector<Value> parts;
  std::size_t end = text.size();
  while (parts.size() < most && end >= separator.size()) {
    const std::size_t found = text.rfind(separator, end - separator.size());
    if (found == kNowhere) break;
    parts.push_back(vm.str(text.substr(found + separator.size(), end - found - separator.size())));
    end = found;
  }
  parts.push_back(vm.str(text.substr(0, end)));
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Value list_of(Vm& vm, std::vector<Value> parts) {
  constexpr std::uint64_t kCostOfPart = 10;  // instructions
  return vm.spend(parts.size() * kCostOfPart) ? vm.list(std::move(parts)) : Value();
}

template <bool from_right>
Value str_split(Vm& vm, Arguments args) {
  const Value& self = args[0];
  std::int64_t given = -1;
  if (!vm.index(args[2], given)) return {};
  const std::size_t most = given < 0 ? SIZE_MAX : static_cast<std::size_t>(given);
  const std::size_t size = self_str(self).byte_size();
  if (!vm.spend(1 + size / 4)) return {};
  if (args[1].is_none()) return list_of(vm, from_right ? rsplit_spaces(vm, self, most) : split_spaces(vm, self, most));
  const Str* separator = Vm::core_as<Str>(args[1], kind::str);
  if (separator == nullptr) return vm.type_error("must be str or None, not " + vm.type_name(args[1]));
  if (separator->byte_size() == 0) return vm.value_error("empty separator");
  return list_of(
      vm, from_right ? rsplit_at(vm, self, separator->view(), most) : split_at(vm, self, separator->view(), most));
}

/// The width of the line end at an offset, 0 if there is none.
std::size_t line_end_at(std::string_view text, std::size_t at) noexcept {
  const char c = text[at];
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if ((c >= '\n' && c <= '\f') || (c >= 0x1c && c <= 0x1e)) return 1;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xc2\x85")) return 2;
  return rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9") ? 3 : 0;
}

Value str_splitlines(Vm& vm, Arguments args) {
  const int keep_ends = vm.truth(args[1]);
  if (keep_ends < 0) return {};
  const std::string_view text = self_str(args[0]).view();
  if (!vm.spend(1 + text.size() / 4)) return {};
  std::vector<Value> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    std::size_t width = 0;
    while (at < text.size() && (width = line_end_at(text, at)) == 0) ++at;
    lines.push_back(vm.str(text.substr(start, at - start + (keep_ends != 0 ? width : 0))));
    at += width;
  }
  return list_of(vm, std::move(lines));
}

// ---- join ----------------------------------------------------------------------------------------------------------

Value join_texts(Vm& vm, const Str& separator, std::span<const Value> items) {
  if (items.size() == 1 && items[0].is_object(kind::str)) return items[0];
  const std::size_t gaps = items.empty() ? 0 : items.size() - 1;
  std::size_t size = separator.byte_size() * gaps;
  std::size_t characters = separator.length() * gaps;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Str* text = Vm::core_as<Str>(items[i], kind::str);
    if (text == nullptr) {
      return vm.type_error("sequence item " + std::to_string(i) + ": expected str instance, " + vm.type_name(items[i]) +
                           " found");
    }
    size += text->byte_size();
    characters += text->length();
  }
  if (!vm.check_size(size) || !vm.spend(1 + items.size() + size / 64)) return {};
  Ref<Str> joined = Str::reserve(size);
  char* to = joined->data();
  const std::string_view between = separator.view();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) to = static_cast<char*>(std::memcpy(to, between.data(), between.size())) + between.size();
    const std::string_view text = Vm::core(items[i]).as<Str>()->view();
    to = static_cast<char*>(std::memcpy(to, text.data(), text.size())) + text.size();
  }
  joined->finish(characters);
  return joined;
}

Value str_join(Vm& vm, Arguments args) {
  const Str& separator = self_str(args[0]);
  const Value& items = args[1];
  if (const List* list = as_list(items)) return join_texts(vm, separator, list->items);
  if (const Tuple* tuple = as_tuple(items)) return join_texts(vm, separator, tuple->values());
  const Value iterator = vm.iter(items);
  if (!iterator.is_set()) {
    return vm.catch_error(*vm.types().type_error) ? vm.type_error("can only join an iterable") : Value();
  }
  const std::optional<std::vector<Value>> all = vm.to_vector(iterator);
  return all ? join_texts(vm, separator, *all) : Value();
}

// ---- strip ---------------------------------------------------------------------------------------------------------

enum class Side { left, right, both };

template <class IsStripped>
std::string_view stripped(std::string_view text, Side side, IsStripped is_stripped) {
  std::size_t from = 0;
  std::size_t to = text.size();
  while (side != Side::right && from < to && is_stripped(from)) from = next_of(text, from);
  while (side != Side::left && to > from && is_stripped(before(text, to))) to = before(text, to);
  return text.substr(from, to - from);
}

template <Side side>
Value str_strip(Vm& vm, Arguments args) {
  const char* const method = side == Side::left ? "lstrip" : side == Side::right ? "rstrip" : "strip";
  const std::string_view text = self_str(args[0]).view();
  if (!vm.spend(1 + text.size() / 64)) return {};
  std::string_view rest;
  if (args[1].is_none()) {
    rest = stripped(text, side, [&](std::size_t at) { return space_at(text, at) != 0; });
  } else {
    const Str* set = Vm::core_as<Str>(args[1], kind::str);
    if (set == nullptr) return vm.type_error(std::string(method) + " arg must be None or str");
    const std::string_view all = set->view();
    rest = stripped(text, side,
                    [&](std::size_t at) { return all.find(text.substr(at, next_of(text, at) - at)) != kNowhere; });
  }
  return rest.size() == text.size() ? same_str(args[0]) : vm.str(rest);
}

constexpr NativeDefinition kSplit[] = {
    {"split", "self, /, sep=None, maxsplit=-1", str_split<false>},
    {"rsplit", "self, /, sep=None, maxsplit=-1", str_split<true>},
    {"splitlines", "self, /, keepends=False", str_splitlines},
    {"join", "self, iterable, /", str_join},
    {"strip", "self, chars=None, /", str_strip<Side::both>},
    {"lstrip", "self, chars=None, /", str_strip<Side::left>},
    {"rstrip", "self, chars=None, /", str_strip<Side::right>},
};

}  // namespace

void install_str_split(Vm& vm) { vm.define_methods(*vm.types().str, kSplit); }

}  // namespace loopline::script
