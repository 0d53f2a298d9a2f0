# Writes OUTPUT, a C++ source that defines embedded_catalogue() with the FILES (a list joined by '|'). Run at build time:
#   cmake -DOUTPUT=x.cpp -DFILES=a.md|b.md -P embed.cmake
string(REPLACE "|" ";" files "${FILES}")
set(arrays "")
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  # A raw string: an array of characters costs the compiler a hundred times as much.
  file(READ "${file}" text)
  string(APPEND arrays "constexpr char file_${count}[] = R\"loopline(${text})loopline\";\n")
  string(APPEND entries "    {\"${name}\", {file_${count}, sizeof file_${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed.cmake.
#include \"embedded_catalogue.h\"

#include <array>

namespace loopline::lessons {
namespace {

${arrays}
constexpr std::array<EmbeddedFile, ${count}> files{{
${entries}}};

}  // namespace

std::span<const EmbeddedFile> embedded_catalogue() { return files; }

}  // namespace loopline::lessons
")
