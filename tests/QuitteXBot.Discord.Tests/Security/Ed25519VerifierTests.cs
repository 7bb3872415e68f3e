using System.Text;
using QuitteXBot.Discord.Security;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Security;

public sealed class Ed25519VerifierTests
{
    /// <summary>RFC 8032, section 7.1: secret key, public key, message, signature.</summary>
    public static TheoryData<string, string, string, string> Vectors { get; } = new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_VectorsOfRfc8032_AreGenuine(string seed, string publicKey, string message, string signature)
    {
        using var verifier = Ed25519Verifier.Create(Convert.FromHexString(publicKey)).Value!;

        Assert.True(verifier.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)));
        Assert.NotEmpty(seed);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_AnyBitChanged_IsNotGenuine(string seed, string publicKey, string message, string signature)
    {
        using var verifier = Ed25519Verifier.Create(Convert.FromHexString(publicKey)).Value!;
        var data = Convert.FromHexString(message);
        var good = Convert.FromHexString(signature);

        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(verifier.Verify(data, bad));
        }

        Assert.False(verifier.Verify([.. data, 0], good));
        Assert.NotEmpty(seed);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_VectorsOfRfc8032_GivesTheirSignatures(string seed, string publicKey, string message, string signature)
    {
        using var signer = new Ed25519Signer(Convert.FromHexString(seed));

        Assert.Equal(publicKey, Convert.ToHexStringLower(signer.PublicKey));
        Assert.Equal(signature, Convert.ToHexStringLower(signer.Sign(Convert.FromHexString(message))));
    }

    [Fact]
    public void Verify_ScalarNotReduced_IsNotGenuine()
    {
        // The order of the group added to S gives another S for the same equation; RFC 8032, section 5.1.7 demands S below the order.
        var order = Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        using var verifier = Ed25519Verifier.Create(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")).Value!;
        var signature = Convert.FromHexString("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        var carry = 0;
        for (var i = 0; i < 32; i++)
        {
            var sum = signature[32 + i] + order[i] + carry;
            signature[32 + i] = (byte)sum;
            carry = sum >> 8;
        }

        Assert.False(verifier.Verify([], signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Create_KeyOfAnotherLength_IsAnError(int length) => Assert.False(Ed25519Verifier.Create(new byte[length]).IsSuccess);

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void Verify_SignatureOfAnotherLength_IsNotGenuine(int length)
    {
        using var verifier = Ed25519Verifier.Create(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")).Value!;

        Assert.False(verifier.Verify([], new byte[length]));
    }

    [Fact]
    public async Task IsGenuine_ManyThreadsAtOnce_AgreesEverywhere()
    {
        using var signer = new Ed25519Signer(new byte[32]);
        using var verifier = Ed25519Verifier.Create(signer.PublicKey).Value!;
        var time = new ManualTimeProvider();
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = Convert.ToHexString(signer.Sign(Encoding.UTF8.GetBytes(timestamp + "{}")));
        var check = new RequestSignature(verifier, time);

        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => check.IsGenuine(signature, timestamp, i % 2 == 0 ? "{}"u8 : "{ }"u8))));

        Assert.Equal(Enumerable.Range(0, 400).Select(i => i % 2 == 0), results);
    }
}
