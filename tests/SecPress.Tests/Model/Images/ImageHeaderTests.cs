using CsCheck;
using SecPress.Model.Images;

namespace SecPress.Tests.Model.Images;

public sealed class ImageHeaderTests
{
    private const string JpegFrame = "FFC0001108016802800301220002110103110100";

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D494844520000028000000168", 640, 360)]
    [InlineData("47494638396180020801", 640, 264)]
    [InlineData("FFD8FFE000104A46494600010100000100010000" + JpegFrame, 640, 360)]
    [InlineData("52494646000000005745425056503820000000000000009D012A80026801", 640, 360)]
    [InlineData("5249464600000000574542505650384C000000002F7FC2590000000000000000", 640, 360)]
    [InlineData("5249464600000000574542505650385800000000000000007F0200670100", 640, 360)]
    public void Reads_the_size_of_an_image_from_its_first_bytes(string hex, int width, int height) =>
        Assert.Equal(new ImageSize(width, height), ImageSize.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("89504E47")]
    [InlineData("FFD8FFE00010")]
    [InlineData("FFD8FFE00000FFD8FFE00000FFD8FFE0")]
    [InlineData("52494646000000005745425056503858")]
    [InlineData("3C7376672F3E")]
    public void Anything_else_has_no_size(string hex) => Assert.Null(ImageSize.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("49492A0008000000010012010300010000000600000000000000", 6, 360, 640)]
    [InlineData("4D4D002A00000008000101120003000000010008000000000000", 8, 360, 640)]
    [InlineData("4D4D002A00000008000101120003000000010003000000000000", 3, 640, 360)]
    [InlineData("4D4D002A00000008000101120003000000010009000000000000", 1, 640, 360)]
    [InlineData("4D4D002AFFFFFFF0000101120003000000010006000000000000", 1, 640, 360)]
    public void A_photograph_is_as_wide_as_it_is_shown(string tiff, int orientation, int width, int height)
    {
        var exif = "457869660000" + tiff;
        var header = ImageHeader.Read(Convert.FromHexString("FFD8FFE1" + (2 + exif.Length / 2).ToString("X4") + exif + JpegFrame));
        Assert.Equal(new ImageHeader(ImageFormat.Jpeg, new ImageSize(width, height), orientation), header);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("21F90400000000002C", false)]
    [InlineData("2C00000000010001000002024401003B", false)]
    [InlineData("21F90400000000002C0000000001000100000202440100" + "21F90400000000002C0000000001000100000202440100", true)]
    [InlineData("2C00000000010001008000000000000002024401002C0000000001000100000202440100", true)]
    public void A_gif_of_two_frames_is_animated(string blocks, bool expected) =>
        Assert.Equal(expected, ImageHeader.Read(Convert.FromHexString("47494638396101000100000000" + blocks))!.IsAnimated);

    [Fact]
    public void A_png_with_an_animation_chunk_is_animated()
    {
        const string Png = "89504E470D0A1A0A0000000D4948445200000001000000010802000000907753DE";
        Assert.False(ImageHeader.Read(Convert.FromHexString(Png + "0000000049444154"))!.IsAnimated);
        Assert.True(ImageHeader.Read(Convert.FromHexString(Png + "000000086163544C000000020000000000000000" + "0000000049444154"))!.IsAnimated);
    }

    [Fact]
    public void No_bytes_are_too_strange_to_look_at() =>
        Gen.Select(Gen.OneOf("89504E470D0A1A0A", "474946383961", "FFD8FFE1", "FFD8", "52494646000000005745425056503858"), Gen.Byte.Array[0, 80]).Sample(
            (start, rest) => ImageHeader.Read([.. Convert.FromHexString(start), .. rest]) is null or { Size: { Width: > 0, Height: > 0 } },
            iter: 20_000);
}
