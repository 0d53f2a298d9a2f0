// bytes and bytearray: searching and replacing.
#include <algorithm>

#include "../vm/find_text.h"
#include "bytes_common.h"
#include "str_common.h"

namespace loopline::script {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// What is searched: bytes, or one byte as a number.
class Needle {
 public:
  Needle(Vm& vm, const Value& given) : m_data(given) {
    if (m_data.is_bytes_like()) {
      m_ok = true;
      return;
    }
    const bool is_number = is_integer(Vm::core(given)) || vm.special(vm.class_of(given), Special::index).is_set();
    if (!is_number) {
      vm.type_error("argument should be integer or bytes-like object, not '" + vm.type_name(given) + "'");
      return;
    }
    const std::optional<char> byte = byte_from(vm, given);
    m_ok = byte.has_value();
    m_byte = byte.value_or('\0');
  }
  bool ok() const noexcept { return m_ok; }
  std::string_view view() const noexcept {
    return m_data.is_bytes_like() ? m_data.view() : std::string_view(&m_byte, 1);
  }

 private:
  BytesData m_data;
  char m_byte = 0;
  bool m_ok = false;
};

/// The part that a range says. An __index__ may have shortened a bytearray since.
std::string_view part_of(std::string_view data, const TextRange& range) noexcept {
  return data.substr(std::min(range.from, data.size()), range.to - range.from);
}

template <bool from_right, bool must_find>
Value bytes_find(Vm& vm, Arguments args) {
  TextRange range;
  if (!text_range(vm, args[2], args[3], self_bytes(args[0]).size(), range)) return {};
  const Needle part(vm, args[1]);
  if (!part.ok()) return {};
  const std::string_view within = part_of(self_bytes(args[0]), range);
  std::size_t found = kNowhere;
  if (!range.is_empty_range) found = from_right ? within.rfind(part.view()) : find_text(within, part.view());
  if (!vm.spend(cost_of_find(within, part.view(), from_right))) return {};
  if (found != kNowhere) return Value(static_cast<std::int64_t>(range.from + found));
  return must_find ? vm.value_error("subsection not found") : Value(std::int64_t{-1});
}

Value bytes_count(Vm& vm, Arguments args) {
  TextRange range;
  if (!text_range(vm, args[2], args[3], self_bytes(args[0]).size(), range)) return {};
  const Needle part(vm, args[1]);
  if (!part.ok()) return {};
  if (range.is_empty_range) return Value(std::int64_t{0});
  const std::string_view within = part_of(self_bytes(args[0]), range);
  if (part.view().empty()) return Value(static_cast<std::int64_t>(within.size() + 1));
  std::int64_t count = 0;
  for (std::size_t at = find_text(within, part.view()); at != kNowhere;
       at = find_text(within, part.view(), at + part.view().size())) {
    ++count;
  }
  return vm.spend(1 + within.size() / 8) ? Value(count) : Value();
}

template <bool at_end>
Value bytes_starts_or_ends(Vm& vm, Arguments args) {
  TextRange range;
  if (!text_range(vm, args[2], args[3], self_bytes(args[0]).size(), range)) return {};
  const std::string_view within = part_of(self_bytes(args[0]), range);
  const auto matches = [&](std::string_view part) {
    if (range.is_empty_range) return false;
    return at_end ? within.ends_with(part) : within.starts_with(part);
  };
  const Tuple* parts = Vm::core_as<Tuple>(args[1], kind::tuple);
  if (parts == nullptr) {
    const BytesData part(args[1]);
    if (part.is_bytes_like()) return Value(matches(part.view()));
    return vm.type_error(std::string(at_end ? "endswith" : "startswith") +
                         " first arg must be bytes or a tuple of bytes, not " + vm.type_name(args[1]));
  }
  for (const Value& each : *parts) {
    const BytesData part(each);
    if (!require_bytes(vm, each, part)) return {};
    if (matches(part.view())) return Value(true);
  }
  return Value(false);
}

/// b"" stands before every byte and at the end.
std::string replace_nothing(std::string_view data, std::string_view by, std::size_t most) {
  std::string result;
  const std::size_t places = std::min(most, data.size() + 1);
  for (std::size_t i = 0; i < places; ++i) {
    result += by;
    if (i < data.size()) result += data[i];
  }
  return places <= data.size() ? result += data.substr(places) : result;
}

Value bytes_replace(Vm& vm, Arguments args) {
  const BytesData old(args[1]);
  if (!require_bytes(vm, args[1], old)) return {};
  const BytesData by(args[2]);
  if (!require_bytes(vm, args[2], by)) return {};
  std::int64_t given = -1;
  if (!vm.index(args[3], given)) return {};
  const std::size_t most = given < 0 ? SIZE_MAX : static_cast<std::size_t>(given);
  const std::string_view data = self_bytes(args[0]);
  if (!vm.spend(1 + data.size() / 8)) return {};
  if (old.view().empty()) {
    if (!vm.check_size(data.size() + std::min(most, data.size() + 1) * by.view().size())) return {};
    return bytes_of_kind(vm, args[0], replace_nothing(data, by.view(), most));
  }
  std::size_t found = find_text(data, old.view());
  if (found == kNowhere || most == 0) return same_bytes(vm, args[0]);
  std::string result;
  std::size_t at = 0;
  for (std::size_t done = 0; found != kNowhere && done < most; ++done) {
    result += data.substr(at, found - at);
    result += by.view();
    if (!vm.check_size(result.size())) return {};
    at = found + old.view().size();
    found = find_text(data, old.view(), at);
  }
  result += data.substr(at);
  return bytes_of_kind(vm, args[0], std::move(result));
}

template <bool suffix>
Value bytes_remove_affix(Vm& vm, Arguments args) {
  const BytesData affix(args[1]);
  if (!require_bytes(vm, args[1], affix)) return {};
  const std::string_view data = self_bytes(args[0]);
  const std::size_t size = affix.view().size();
  if (suffix ? !data.ends_with(affix.view()) : !data.starts_with(affix.view())) return same_bytes(vm, args[0]);
  return bytes_of_kind(vm, args[0], std::string(suffix ? data.substr(0, data.size() - size) : data.substr(size)));
}

template <bool from_right>
Value bytes_partition(Vm& vm, Arguments args) {
  const BytesData separator(args[1]);
  if (!require_bytes(vm, args[1], separator)) return {};
  if (separator.view().empty()) return vm.value_error("empty separator");
  const std::string_view data = self_bytes(args[0]);
  const std::size_t found = from_right ? data.rfind(separator.view()) : find_text(data, separator.view());
  const auto part = [&](std::string_view bytes) { return bytes_of_kind(vm, args[0], std::string(bytes)); };
  if (found == kNowhere) {
    const Value self = same_bytes(vm, args[0]);
    return from_right ? vm.tuple({part(""), part(""), self}) : vm.tuple({self, part(""), part("")});
  }
  const Value middle = is_byte_array(args[0]) ? part(separator.view()) : args[1];
  return vm.tuple({part(data.substr(0, found)), middle, part(data.substr(found + separator.view().size()))});
}

constexpr NativeDefinition kSearch[] = {
    {"find", "self, sub, start=None, end=None, /", bytes_find<false, false>},
    {"rfind", "self, sub, start=None, end=None, /", bytes_find<true, false>},
    {"index", "self, sub, start=None, end=None, /", bytes_find<false, true>},
    {"rindex", "self, sub, start=None, end=None, /", bytes_find<true, true>},
    {"count", "self, sub, start=None, end=None, /", bytes_count},
    {"startswith", "self, prefix, start=None, end=None, /", bytes_starts_or_ends<false>},
    {"endswith", "self, suffix, start=None, end=None, /", bytes_starts_or_ends<true>},
    {"replace", "self, old, new, count=-1, /", bytes_replace},
    {"removeprefix", "self, prefix, /", bytes_remove_affix<false>},
    {"removesuffix", "self, suffix, /", bytes_remove_affix<true>},
    {"partition", "self, sep, /", bytes_partition<false>},
    {"rpartition", "self, sep, /", bytes_partition<true>},
};

}  // namespace

void install_bytes_search(Vm& vm, Class& cls) { vm.define_methods(cls, kSearch); }

}  // namespace loopline::script
