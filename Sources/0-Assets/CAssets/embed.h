// One entry of the table in assets.c: the path, the bytes and how many they are.
// A zero that is not counted follows the bytes, so that an empty file is an array too.
{
  ASSET,
  (const unsigned char[]){
#embed ASSET suffix(, )
    0
  },
  sizeof((const unsigned char[]){
#embed ASSET suffix(, )
    0
  }) - 1,
},
#undef ASSET
